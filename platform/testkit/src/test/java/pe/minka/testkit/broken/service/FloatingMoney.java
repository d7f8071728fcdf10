package pe.minka.testkit.broken.service;

final class FloatingMoney {

    private double amount;

    void give(String to) {
        amount = to.length();
    }

    String shown() {
        return String.valueOf(amount);
    }
}
