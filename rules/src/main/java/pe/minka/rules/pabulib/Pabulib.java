package pe.minka.rules.pabulib;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads elections in the format of pabulib.org, streaming: memory grows with the different ballots only. */
public final class Pabulib {

    private Pabulib() {}

    /**
     * Everything that is wrong with a file.
     *
     * @param readable whether it can be counted all the same
     * @param projects how many projects it has
     * @param votes how many ballots it has
     * @param defects in the order of the file, errors and warnings
     * @param left how many more there are
     */
    public record Report(boolean readable, int projects, long votes, List<Defect> defects, long left) {}

    /** @throws PabulibException at the first thing that would make the result uncertain */
    public static PabulibElection read(Path file) throws IOException {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return read(bytes, String.valueOf(file.getFileName()));
        }
    }

    /** @throws PabulibException at the first thing that would make the result uncertain */
    public static PabulibElection read(InputStream bytes, String name) throws IOException {
        var defects = Defects.refusing(name);
        var assembly = new ElectionAssembly(defects, false);
        new PabulibParser(bytes, defects).into(assembly);
        return assembly.finish();
    }

    /** Reads a file to its end and says everything that is wrong with it at once. */
    public static Report check(Path file) throws IOException {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return check(bytes, String.valueOf(file.getFileName()));
        }
    }

    /** Reads a file to its end and says everything that is wrong with it at once. */
    public static Report check(InputStream bytes, String name) throws IOException {
        var defects = Defects.noting(name);
        var assembly = new ElectionAssembly(defects, true);
        try {
            new PabulibParser(bytes, defects).into(assembly);
            assembly.compareCounts();
        } catch (PabulibException unreadable) {
            defects.error(
                    unreadable.defect().line(),
                    unreadable.defect().column(),
                    unreadable.defect().code(),
                    unreadable.defect().reason());
        }
        return new Report(!defects.anyError(), assembly.projects(), assembly.votes(), defects.found(), defects.left());
    }
}
