package pe.minka.local;

/** Why a command was not carried out, in words for the person who gave it. */
public final class StackRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StackRefusal(String message) {
        super(message);
    }
}
