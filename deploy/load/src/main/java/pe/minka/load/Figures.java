package pe.minka.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, each figure beside its limit where it has one. */
final class Figures {

    private final List<String> missed = new ArrayList<>();

    void title(String title) {
        print("");
        print("## " + title + "  (load average " + ProcessorTime.load() + ")");
    }

    void note(String text) {
        print("   " + text);
    }

    void figure(String name, double value, String unit) {
        row(name, value, unit, "");
    }

    void atMost(String name, double value, String unit, double limit) {
        judge(name, value, unit, "<= " + number(limit), value <= limit);
    }

    void atLeast(String name, double value, String unit, double limit) {
        judge(name, value, unit, ">= " + number(limit), value >= limit);
    }

    void exactly(String name, long value, long wanted) {
        judge(name, value, "", "= " + wanted, value == wanted);
    }

    private void judge(String name, double value, String unit, String limit, boolean held) {
        row(name, value, unit, String.format(Locale.ROOT, "%-12s %s", limit, held ? "held" : "MISSED"));
        if (!held) {
            missed.add(name);
        }
    }

    private static void row(String name, double value, String unit, String judgement) {
        print(String.format(Locale.ROOT, "   %-58s %12s %-4s %s", name, number(value), unit, judgement)
                .stripTrailing());
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%,.0f" : "%,.2f", value);
    }

    private static void print(String line) {
        System.out.println(line);
    }

    /** @return whether all limits were held */
    boolean conclude() {
        print("");
        print(missed.isEmpty() ? "All limits were held." : "Missed: " + String.join("; ", missed));
        return missed.isEmpty();
    }
}
