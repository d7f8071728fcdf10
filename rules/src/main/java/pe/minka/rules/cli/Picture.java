package pe.minka.rules.cli;

import pe.minka.rules.Selection;

import java.util.Comparator;
import java.util.stream.IntStream;

/** A result as a picture: a bar for each project by its votes, dark where it is selected, with its cost. */
final class Picture {
    private static final int ROW = 22;
    private static final int TOP = 56;
    private static final int LABEL = 320;
    private static final int BARS = 420;
    private static final int WIDTH = LABEL + BARS + 160;

    private Picture() {}

    static String of(Selection selection) {
        var election = selection.election();
        var money = election.denomination();
        var order = IntStream.range(0, election.projects().size())
                .boxed()
                .sorted(Comparator.comparing((Integer position) -> selection.selected(position) ? 0 : 1)
                        .thenComparing(
                                position -> -selection.verdicts().get(position).votes()))
                .toList();
        long most = Math.max(
                1,
                selection.verdicts().stream()
                        .mapToLong(verdict -> verdict.votes())
                        .max()
                        .orElse(1));
        int height = TOP + order.size() * ROW + 20;
        var svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\">\n"
                .formatted(WIDTH, height));
        svg.append("<title>%s</title>\n".formatted(escaped(selection.rule())));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        svg.append("<text x=\"12\" y=\"22\" font-size=\"14\">%s</text>\n".formatted(escaped(selection.rule())));
        svg.append("<text x=\"12\" y=\"42\" font-size=\"12\">%d / %d · %s / %s %s</text>\n"
                .formatted(
                        selection.order().size(),
                        order.size(),
                        money.plain(selection.cost()),
                        money.plain(election.budget()),
                        escaped(money.currency())));
        int y = TOP;
        for (int position : order) {
            var verdict = selection.verdicts().get(position);
            boolean selected = selection.selected(position);
            long width = verdict.votes() * BARS / most;
            svg.append("<text x=\"12\" y=\"%d\" font-size=\"11\">%s</text>\n"
                    .formatted(
                            y + 14,
                            escaped(label(
                                    verdict.project().id(), verdict.project().name()))));
            svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n"
                    .formatted(LABEL, y + 3, Math.max(1, width), ROW - 6, selected ? "#1b6e53" : "#c9c9c9"));
            svg.append("<text x=\"%d\" y=\"%d\" font-size=\"11\">%d · %s%s</text>\n"
                    .formatted(
                            LABEL + width + 6,
                            y + 14,
                            verdict.votes(),
                            money.plain(verdict.project().cost()),
                            selected ? " ✓" : ""));
            y += ROW;
        }
        return svg.append("</svg>\n").toString();
    }

    private static String label(String id, String name) {
        return name.isEmpty() ? id : id + " " + Shown.cut(name);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
