package pe.minka.local.process;

import java.nio.file.Path;
import java.util.List;

/** The Java runtime that runs this program, for starting others. */
public final class JavaProgram {

    private JavaProgram() {}

    public static String command() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Small and quick to start: one thread collects, and no time is spent on the last tenth of speed. */
    public static List<String> frugal() {
        return List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k", "-Dfile.encoding=UTF-8");
    }
}
