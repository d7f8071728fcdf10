package pe.minka.registry.simulation;

import org.junit.jupiter.api.Test;
import pe.minka.registry.regulation.Ordinances;
import pe.minka.registry.regulation.Regulation;

import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class PlannedSessionTest {

    private static final LocalDate GIVEN = LocalDate.of(2016, 4, 1);

    @Test
    void a_planned_convocation_counts_the_channels_that_the_real_one_would_count() {
        var document = Ordinances.document("coyllurqui-2016.v1");
        var rule = document.putObject("convocation").put("minimumChannels", 2);
        rule.putArray("channels").add("RADIO").add("LETTER");
        var regulation = new Regulation(document);

        assertThat(verdicts(regulation, "RADIO", "LETTER")).containsExactly(Verdict.PASS);
        assertThat(verdicts(regulation, "RADIO", "SMS")).containsExactly(Verdict.REFUSE);
        assertThat(verdicts(regulation, "RADIO", "RADIO")).containsExactly(Verdict.REFUSE);
    }

    private static List<Verdict> verdicts(Regulation regulation, String... channels) {
        return new PlannedSession(GIVEN, GIVEN.plusDays(10), List.of(channels), null, null, null)
                .under(regulation).stream().map(Finding::verdict).toList();
    }
}
