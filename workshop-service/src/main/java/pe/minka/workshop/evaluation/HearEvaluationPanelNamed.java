package pe.minka.workshop.evaluation;

import jakarta.inject.Singleton;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.util.List;
import java.util.UUID;

/** The registry named who judges a proposal. */
@Singleton
class HearEvaluationPanelNamed implements EventHandler<HearEvaluationPanelNamed.EvaluationPanelNamed> {

    private final Panels panels;

    HearEvaluationPanelNamed(Panels panels) {
        this.panels = panels;
    }

    /** @param account the subject of the evaluator's tokens */
    record Member(String account) {}

    record EvaluationPanelNamed(UUID proposal, List<Member> members) {}

    @Override
    public String type() {
        return "minka.registry.evaluation-panel-named.v1";
    }

    @Override
    public Class<EvaluationPanelNamed> payload() {
        return EvaluationPanelNamed.class;
    }

    @Override
    public void on(EvaluationPanelNamed event, EventMetadata metadata) {
        panels.name(
                event.proposal(), event.members().stream().map(Member::account).toList());
    }
}
