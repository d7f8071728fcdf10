package pe.minka.testkit.broken.other;

/** What only its own service may know. */
public record OtherService(String word) {}
