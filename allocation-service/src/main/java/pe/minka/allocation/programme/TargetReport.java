package pe.minka.allocation.programme;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;

import java.util.List;
import java.util.Map;

/**
 * What the programme wanted of each investment in a year, what was executed, and why they differ.
 *
 * @param targets by investment code
 */
record TargetReport(List<Target> targets) {

    /** @param reason null where none is given */
    record Target(
            String code,
            String title,
            Soles target,
            Soles executed,
            @Nullable String reason) {

        /** Target less executed; nothing where more was executed. */
        Soles missing() {
            return target.exceeds(executed) ? target.minus(executed) : Soles.ZERO;
        }

        Soles surplus() {
            return executed.exceeds(target) ? executed.minus(target) : Soles.ZERO;
        }

        boolean owesReason() {
            return !target.equals(executed) && (reason == null || reason.isBlank());
        }
    }

    TargetReport with(Map<String, String> reasons) {
        return new TargetReport(targets.stream()
                .map(each -> new Target(
                        each.code(),
                        each.title(),
                        each.target(),
                        each.executed(),
                        reasons.getOrDefault(each.code(), each.reason())))
                .toList());
    }

    /** Those that differ and say nothing. */
    List<Target> unexplained() {
        return targets.stream().filter(Target::owesReason).toList();
    }
}
