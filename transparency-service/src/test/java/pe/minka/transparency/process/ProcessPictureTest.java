package pe.minka.transparency.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.ProcessId;
import pe.minka.transparency.Told;
import pe.minka.transparency.fact.AllocationFact.AgreementsActSigned;
import pe.minka.transparency.fact.AllocationFact.ApprovalRecorded;
import pe.minka.transparency.fact.AllocationFact.EnvelopeDeclared;
import pe.minka.transparency.fact.AllocationFact.PortfolioMade;
import pe.minka.transparency.fact.AllocationFact.ProjectsSelected;
import pe.minka.transparency.fact.ExecutionFact.CommitteeConstituted;
import pe.minka.transparency.fact.ExecutionFact.ExpenditureRecorded;
import pe.minka.transparency.fact.ExecutionFact.ProgressReported;
import pe.minka.transparency.fact.ExecutionFact.ProjectOpened;
import pe.minka.transparency.fact.ExecutionFact.WorksResumed;
import pe.minka.transparency.fact.ExecutionFact.WorksStarted;
import pe.minka.transparency.fact.ExecutionFact.WorksSuspended;
import pe.minka.transparency.fact.FactSet;
import pe.minka.transparency.fact.RegistryFact.BodyConstituted;
import pe.minka.transparency.fact.RegistryFact.PhaseClosed;
import pe.minka.transparency.fact.RegistryFact.PhaseOpened;
import pe.minka.transparency.fact.RegistryFact.ProcessCalled;
import pe.minka.transparency.fact.RegistryFact.RollPublished;
import pe.minka.transparency.fact.RegistryFact.TrainingHeld;
import pe.minka.transparency.fact.WorkshopFact.MinutesSealed;
import pe.minka.transparency.fact.WorkshopFact.PlanAdopted;
import pe.minka.transparency.fact.WorkshopFact.ProposalEvaluated;
import pe.minka.transparency.fact.WorkshopFact.ProposalSubmitted;
import pe.minka.transparency.fact.WorkshopFact.RoundClosed;
import pe.minka.transparency.fact.WorkshopFact.RoundOpened;
import pe.minka.transparency.fact.WorkshopFact.RoundTallied;
import pe.minka.transparency.fact.WorkshopFact.WorkshopConvened;
import pe.minka.transparency.fact.WorkshopFact.WorkshopHeld;
import pe.minka.transparency.process.ProcessPicture.Surroundings;
import pe.minka.transparency.process.PublicProcess.Phase;
import pe.minka.transparency.process.PublicProcess.Round;
import pe.minka.transparency.process.RollHistory.Roll;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessPictureTest {

    private static final Surroundings NOTHING = new Surroundings(null, null, List.of(), List.of(), List.of());

    private static PublicProcess picture(FactSet facts) {
        return ProcessPicture.of(facts, NOTHING).orElseThrow();
    }

    private static Told cycle() {
        return new Told()
                .and(ProcessCalled.class, PhaseOpened.class, PhaseClosed.class, RollPublished.class, TrainingHeld.class)
                .and(PlanAdopted.class, WorkshopConvened.class, WorkshopHeld.class, MinutesSealed.class)
                .and(
                        ProposalSubmitted.class,
                        ProposalEvaluated.class,
                        RoundOpened.class,
                        RoundClosed.class,
                        RoundTallied.class)
                .and(EnvelopeDeclared.class, ProjectsSelected.class, PortfolioMade.class, AgreementsActSigned.class)
                .and(ApprovalRecorded.class, ProjectOpened.class, CommitteeConstituted.class, WorksStarted.class)
                .and(ExpenditureRecorded.class, ProgressReported.class, WorksSuspended.class, WorksResumed.class);
    }

    @Test
    void a_body_of_which_a_seat_changed_hands_is_shown_as_it_is_now() {
        var facts = new Told()
                .and(BodyConstituted.class, body -> {})
                .and(
                        BodyConstituted.class,
                        body -> ((ObjectNode) body.path("seats").get(0)).put("name", "Sucesora"))
                .facts();

        assertThat(Committees.of(facts))
                .singleElement()
                .satisfies(committee ->
                        assertThat(committee.seats().get(0).office()).isEqualTo("Sucesora"));
    }

    @Test
    void the_same_facts_in_any_order_give_the_same_picture() {
        var cycle = cycle();
        var inOrder = picture(cycle.facts());

        for (long seed = 0; seed < 200; seed++) {
            assertThat(picture(cycle.shuffled(seed))).as("seed %d", seed).isEqualTo(inOrder);
        }
    }

    @Test
    void before_the_call_there_is_nothing_to_show() {
        assertThat(ProcessPicture.of(
                        new Told()
                                .and(RollPublished.class, AgreementsActSigned.class)
                                .facts(),
                        NOTHING))
                .isEmpty();
    }

    @Test
    @Tag("COY-75")
    void of_300_agents_105_are_women_which_is_35_percent() {
        var roll = picture(cycle().facts()).roll();

        assertThat(roll).isNotNull();
        assertThat(roll.womenPercent()).hasToString("35.0");
    }

    @Test
    void a_phase_is_ahead_open_or_closed() {
        assertThat(picture(cycle().facts()).phases())
                .extracting(Phase::state)
                .containsExactly(Phase.State.CLOSED, Phase.State.OPEN, Phase.State.AHEAD, Phase.State.AHEAD);
    }

    @Test
    void a_round_shows_no_result_before_it_is_tallied() {
        var open = picture(
                        new Told().and(ProcessCalled.class, RoundOpened.class).facts())
                .rounds()
                .get(0);

        assertThat(open.state()).isEqualTo(Round.State.OPEN);
        assertThat(open.tallies()).isEmpty();
        assertThat(open.turnout()).isNull();
    }

    @Test
    @Tag("COY-76")
    void from_300_to_257_agents_the_women_fall_from_35_to_17_5_percent() {
        var years = RollHistory.of(List.of(
                new Roll(ProcessId.random(), 2018, 257, 45, 212), new Roll(ProcessId.random(), 2017, 300, 105, 195)));

        assertThat(years).extracting(PublicProcess.YearOfRoll::fiscalYear).containsExactly(2017, 2018);
        assertThat(years.get(1).womenPercent()).hasToString("17.5");
        assertThat(years.get(1).agentsGrowthPercent()).hasToString("-14.3");
    }
}
