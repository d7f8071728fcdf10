package pe.minka.registry.regulation;

import org.jspecify.annotations.Nullable;

/**
 * Something that must exist before a process is called, or a phase opens or closes.
 *
 * @param of which one, where there are several: a round, a committee, an approval
 * @param law the article that asks for it
 */
public record Requirement(String requires, @Nullable String of, int minimum, String law) {

    /** One name for each kind of evidence: {@code APPROVAL_RECORDED/COUNCIL}. */
    public String key() {
        return of == null ? requires : requires + "/" + of;
    }
}
