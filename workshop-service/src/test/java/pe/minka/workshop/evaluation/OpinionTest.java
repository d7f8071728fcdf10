package pe.minka.workshop.evaluation;

import org.junit.jupiter.api.Test;
import pe.minka.workshop.proposal.ProposedProject.Status;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class OpinionTest {

    @Test
    void one_opinion_against_is_enough_against() {
        assertThat(Opinion.together(List.of(Opinion.VIABLE, Opinion.NOT_VIABLE), 1))
                .isEqualTo(Status.NOT_VIABLE);
    }

    @Test
    void viable_needs_as_many_opinions_as_the_regulation_asks() {
        assertThat(Opinion.together(List.of(Opinion.VIABLE), 2)).isEqualTo(Status.SUBMITTED);
        assertThat(Opinion.together(List.of(Opinion.VIABLE, Opinion.VIABLE), 2)).isEqualTo(Status.VIABLE);
    }

    @Test
    void something_to_mend_keeps_a_proposal_from_being_viable() {
        assertThat(Opinion.together(List.of(Opinion.VIABLE, Opinion.OBSERVED), 1))
                .isEqualTo(Status.OBSERVED);
    }
}
