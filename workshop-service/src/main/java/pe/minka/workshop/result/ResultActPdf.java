package pe.minka.workshop.result;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A sealed result act on paper, in Spanish, as it is read out and hung up. What counts is the JSON whose hash it bears. */
final class ResultActPdf {

    private static final int MARGIN = 56;
    private static final int SIZE = 10;
    private static final int LEADING = 14;

    private final PDFont plain = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    private final PDFont bold = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);
    private final PDFont fixed = new PDType1Font(Standard14Fonts.FontName.COURIER);
    private final List<Line> lines = new ArrayList<>();

    private record Line(PDFont font, int size, String text) {}

    private ResultActPdf() {}

    /** @param sha256 of the act, printed on it */
    static byte[] of(JsonNode act, String sha256) throws IOException {
        var pdf = new ResultActPdf();
        pdf.write(act, sha256);
        return pdf.draw("Acta de resultados " + act.path("round").asText());
    }

    private void write(JsonNode act, String sha256) {
        lines.add(new Line(bold, 16, "Acta de resultados"));
        add(bold, act.path("title").asText());
        add(
                plain,
                "Entidad " + act.path("entity").asText() + " · ronda "
                        + act.path("round").asText());
        add(
                plain,
                "Apertura " + act.path("openedAt").asText() + " · cierre "
                        + act.path("closedAt").asText() + " · escrutinio "
                        + act.path("countedAt").asText());
        gap();
        add(
                plain,
                "Padrón: " + act.path("roll").asText() + " (al abrir: "
                        + act.path("rollAtOpening").asText("-") + ")   Votaron: "
                        + act.path("turnout").asText() + "   En blanco: "
                        + act.path("blank").asText() + "   Sin cédula válida: "
                        + act.path("withoutBallot").asText());
        act.path("turnoutByChannel")
                .properties()
                .forEach(channel -> add(
                        plain,
                        "   " + channel(channel.getKey()) + ": "
                                + channel.getValue().asText()));
        section("Resultado (" + act.path("method").asText() + ")");
        act.path("order")
                .forEach(place -> add(
                        plain,
                        place.path("place").asText() + ". "
                                + place.path("title").asText() + " — "
                                + score(act, place.path("option").asText())
                                + settledBy(act, place)));
        section("Desempate");
        add(plain, "Criterios declarados antes de la votación: " + words(act.path("tieBreak")));
        if (act.has("withoutSecondRound")) {
            add(plain, "Sin segunda vuelta: " + act.path("withoutSecondRound").asText());
        }
        draw(act.path("draw"));
        act.path("secondRounds").forEach(this::secondRound);
        tables(act.path("paperTables"));
        section("Incidencias");
        if (act.path("acts").isEmpty() && act.path("rollActs").isEmpty()) {
            add(plain, "Ninguna.");
        }
        act.path("rollActs")
                .forEach(each -> add(
                        plain,
                        each.path("at").asText() + " padrón, "
                                + each.path("act").asText() + ", "
                                + each.path("document").asText() + ": "
                                + each.path("reason").asText()));
        act.path("acts")
                .forEach(each -> add(
                        plain,
                        each.path("at").asText() + " " + each.path("act").asText() + ", "
                                + each.path("document").asText() + ": "
                                + each.path("reason").asText()));
        section("Dan fe");
        act.path("attestedBy")
                .forEach(each -> add(
                        plain,
                        each.path("office").asText()
                                + (each.has("name") ? ": " + each.path("name").asText() : "")));
        section("Huellas (SHA-256)");
        add(fixed, "cédulas     " + act.path("ballotsSha256").asText());
        add(fixed, "declaración " + act.path("declarationSha256").asText("-"));
        add(fixed, "esta acta   " + sha256);
    }

    private void draw(JsonNode draw) {
        add(fixed, "secreto " + draw.path("secret").asText());
        add(fixed, "cédulas " + draw.path("ballotsDigest").asText());
        if (draw.has("tosses")) {
            add(fixed, "monedas o dados " + draw.path("tosses").asText());
            add(plain, "Lanzados ante todos: " + draw.path("tossDocument").asText());
            add(fixed, "semilla " + draw.path("seed").asText());
        }
    }

    /** Its seed is the one that draws what it left equal. */
    private void secondRound(JsonNode second) {
        section("Segunda vuelta");
        add(plain, "Ronda " + second.path("round").asText());
        second.path("counts")
                .forEach(count -> add(
                        plain,
                        "   " + count.path("title").asText() + ": "
                                + count.path("votes").asText() + " votos"));
        draw(second.path("draw"));
        add(fixed, "acta " + second.path("actSha256").asText());
    }

    private void tables(JsonNode tables) {
        if (tables.isEmpty()) {
            return;
        }
        section("Mesas");
        tables.forEach(table -> add(
                plain,
                table.path("label").asText() + ": entregadas "
                        + table.path("issued").asText() + ", usadas "
                        + table.path("used").asText() + ", inutilizadas "
                        + table.path("spoiled").asText() + ", devueltas "
                        + table.path("returned").asText() + ", nulas "
                        + table.path("invalid").asText()
                        + (table.has("document") ? " (" + table.path("document").asText() + ")" : "")));
    }

    private static String channel(String name) {
        return switch (name) {
            case "OWN_DEVICE" -> "dispositivo propio";
            case "ASSISTED" -> "terminal asistido";
            case "OFFLINE_DEVICE" -> "dispositivo sin conexión";
            case "PAPER" -> "papel";
            case "SHOW_OF_HANDS" -> "mano alzada";
            default -> name;
        };
    }

    private static String score(JsonNode act, String option) {
        for (JsonNode count : act.path("counts")) {
            if (count.path("option").asText().equals(option)) {
                return count.path("votes").asText() + " votos, puntaje "
                        + count.path("score").asText();
            }
        }
        return "";
    }

    private static String settledBy(JsonNode act, JsonNode place) {
        return switch (place.path("settledBy").asText()) {
            case "SCORE" -> "";
            case "VOTES" -> " (empate: más votos)";
            case "COST" -> " (empate: menor costo)";
            case "LIST_ORDER" -> " (empate: orden de la lista)";
            case "SECOND_ROUND" -> " (empate: segunda vuelta)";
            case "DRAW" ->
                wentToSecondRound(act, place.path("option").asText())
                        ? " (empate: sorteo de la segunda vuelta)"
                        : " (empate: sorteo)";
            default -> " (empate)";
        };
    }

    private static boolean wentToSecondRound(JsonNode act, String option) {
        for (JsonNode second : act.path("secondRounds")) {
            for (JsonNode count : second.path("counts")) {
                if (count.path("option").asText().equals(option)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String words(JsonNode chain) {
        var words = new ArrayList<String>();
        chain.forEach(each -> words.add(each.asText()));
        return words.isEmpty() ? "ninguno" : String.join(", ", words);
    }

    private void section(String title) {
        gap();
        add(bold, title);
    }

    private void gap() {
        lines.add(new Line(plain, SIZE, ""));
    }

    private void add(PDFont font, String text) {
        int most = font.equals(fixed) ? 80 : 95;
        var rest = writable(text);
        while (rest.length() > most) {
            int cut = rest.lastIndexOf(' ', most);
            cut = cut < most / 2 ? most : cut;
            lines.add(new Line(font, SIZE, rest.substring(0, cut)));
            rest = rest.substring(cut).strip();
        }
        lines.add(new Line(font, SIZE, rest));
    }

    /** The fonts that every reader has know Latin only; what they lack shows as a question mark, never as a failure. */
    private static String writable(String text) {
        var written = new StringBuilder();
        text.codePoints().forEach(each -> {
            boolean known = each >= 0x20 && each < 0x7f || each > 0xa0 && each <= 0xff || each == '—' || each == '·';
            written.append(known ? Character.toString(each) : Character.isWhitespace(each) ? " " : "?");
        });
        return written.toString();
    }

    private byte[] draw(String title) throws IOException {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setTitle(title);
            document.getDocumentCatalog().setLanguage("es-PE");
            int perPage = (int) ((PDRectangle.A4.getHeight() - 2 * MARGIN) / LEADING);
            for (int from = 0; from < lines.size(); from += perPage) {
                page(document, lines.subList(from, Math.min(lines.size(), from + perPage)));
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void page(PDDocument document, List<Line> part) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setLeading(LEADING);
            content.newLineAtOffset(MARGIN, PDRectangle.A4.getHeight() - MARGIN);
            for (Line line : part) {
                content.setFont(line.font(), line.size());
                content.showText(line.text());
                content.newLine();
            }
            content.endText();
        }
    }
}
