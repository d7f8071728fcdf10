package pe.minka.testkit.broken.service;

final class FloatingShare {

    private FloatingShare() {}

    static long half(Double whole) {
        return whole.longValue() / 2;
    }
}
