package pe.minka.transparency.finding;

/** How much a finding weighs. */
public enum Severity {
    /** Worth knowing. */
    NOTICE,
    /** Something goes the wrong way while it can still be mended. */
    WARNING,
    /** Against a norm or against what was agreed. */
    BREACH
}
