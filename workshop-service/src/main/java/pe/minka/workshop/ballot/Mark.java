package pe.minka.workshop.ballot;

import java.util.ArrayList;
import java.util.List;

/**
 * What a voter marked, by positions of the options on the ballot; empty where it is blank.
 *
 * @param choices in the voter's order where the order counts, else by position
 */
record Mark(List<Choice> choices) {

    static final Mark BLANK = new Mark(List.of());

    /** @param points 1 where the ballot gives none */
    record Choice(int position, int points) {}

    Mark {
        choices = List.copyOf(choices);
    }

    boolean isBlank() {
        return choices.isEmpty();
    }

    /** The one way to write it: {@code 0,3,7}, or with points {@code 0:3,7:2}; nothing for a blank one. */
    String text(boolean withPoints) {
        var text = new StringBuilder();
        for (Choice choice : choices) {
            if (!text.isEmpty()) {
                text.append(',');
            }
            text.append(choice.position());
            if (withPoints) {
                text.append(':').append(choice.points());
            }
        }
        return text.toString();
    }

    static Mark read(String text) {
        var choices = new ArrayList<Choice>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf(',', at);
            end = end < 0 ? text.length() : end;
            int colon = text.indexOf(':', at);
            boolean points = colon >= 0 && colon < end;
            int position = Integer.parseInt(text, at, points ? colon : end, 10);
            choices.add(new Choice(position, points ? Integer.parseInt(text, colon + 1, end, 10) : 1));
            at = end + 1;
        }
        return new Mark(choices);
    }
}
