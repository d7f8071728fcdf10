package pe.minka.local.demo;

import java.math.BigDecimal;
import java.util.Map;

/** Money as the services take it. */
final class Money {

    private Money() {}

    static Map<String, String> soles(long whole) {
        return soles(BigDecimal.valueOf(whole).setScale(2).toPlainString());
    }

    static Map<String, String> soles(String amount) {
        return Map.of("amount", amount, "currency", "PEN");
    }
}
