package pe.minka.rules;

/** Is told how far long work has come. */
@FunctionalInterface
public interface Progress {

    /** Nobody listens. */
    Progress SILENT = (step, done, of) -> {};

    /**
     * @param step what is being done, in a word or two
     * @param done how much of it is done
     * @param of how much there is to do; 0 where nobody can know
     */
    void reached(String step, long done, long of);
}
