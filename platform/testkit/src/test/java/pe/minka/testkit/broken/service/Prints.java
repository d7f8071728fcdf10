package pe.minka.testkit.broken.service;

final class Prints {

    private Prints() {}

    static void print() {
        System.out.println("word");
    }
}
