package pe.minka.registry.notice;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.registry.process.EvidenceSource;
import pe.minka.registry.regulation.Regulation;
import pe.minka.registry.regulation.Requirement;

import java.time.LocalDate;
import java.util.Set;

/** What the notices prove to a phase: by how many channels the call reached people, each with its proof. */
@ApplicationScoped
class CallEvidence implements EvidenceSource {

    private final Postings postings;

    CallEvidence(Postings postings) {
        this.postings = postings;
    }

    @Override
    public Set<String> requirements() {
        return Set.of("CALL_EVIDENCED");
    }

    @Override
    public int countOf(
            Requirement requirement,
            EntityCode entity,
            @Nullable ProcessId process,
            LocalDate calledOn,
            Regulation regulation) {
        return process == null ? 0 : postings.channelsOfTheCall(process);
    }
}
