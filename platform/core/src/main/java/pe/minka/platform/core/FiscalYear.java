package pe.minka.platform.core;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The calendar year a budget is spent in.
 *
 * @param value 2003, when participatory budgeting became law (Ley 28056), or later
 */
public record FiscalYear(@JsonValue int value) implements Comparable<FiscalYear> {

    @JsonCreator
    public FiscalYear {
        if (value < 2003 || value > 2100) {
            throw new IllegalArgumentException("a fiscal year lies between 2003 and 2100: " + value);
        }
    }

    public FiscalYear plus(int years) {
        return new FiscalYear(value + years);
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
