package pe.minka.rules.pabulib;

import java.io.IOException;

/** A file was refused. Nothing of it was counted. */
public final class PabulibException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Defect defect;

    PabulibException(Defect defect) {
        super(defect.toString());
        this.defect = defect;
    }

    /** Where and why. */
    public Defect defect() {
        return defect;
    }
}
