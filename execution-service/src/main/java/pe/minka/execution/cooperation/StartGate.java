package pe.minka.execution.cooperation;

import pe.minka.execution.process.Party;
import pe.minka.execution.process.WorksRules;
import pe.minka.execution.project.Missing;
import pe.minka.platform.core.Soles;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the ordinance wants signed and promised before works start.
 *
 * @law Ley 27972 art. 117: the act states the contributions of the municipality, the neighbours and others
 */
record StartGate(WorksRules rules) {

    /**
     * @param signed the parties of each agreement of cooperation; all must have signed the same one
     * @param pledged what the community promised in them
     * @param delivered what it has brought already
     */
    List<Missing> missing(Collection<? extends Set<Party>> signed, Soles agreed, Soles pledged, Soles delivered) {
        var missing = new ArrayList<Missing>();
        var absent = absentFrom(signed);
        if (!absent.isEmpty()) {
            missing.add(new Missing(
                    "signatures",
                    Map.of("parties", absent.stream().map(Party::name).toList(), "law", rules.law())));
        }
        var needed = rules.contributionOf(agreed);
        var promised = greater(pledged, delivered);
        if (needed.exceeds(promised)) {
            missing.add(new Missing(
                    "community-part-not-promised", Map.of("needed", needed, "promised", promised, "law", rules.law())));
        }
        return missing;
    }

    /** Who has not signed the agreement that most have signed. */
    private Set<Party> absentFrom(Collection<? extends Set<Party>> signed) {
        return signed.stream()
                .map(this::absentFrom)
                .min(Comparator.comparingInt(Set::size))
                .orElse(rules.parties());
    }

    private Set<Party> absentFrom(Set<Party> signed) {
        var absent = EnumSet.noneOf(Party.class);
        absent.addAll(rules.parties());
        absent.removeAll(signed);
        return absent;
    }

    private static Soles greater(Soles one, Soles other) {
        return one.exceeds(other) ? one : other;
    }
}
