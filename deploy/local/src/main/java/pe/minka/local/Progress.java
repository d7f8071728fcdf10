package pe.minka.local;

import java.time.Duration;

/** Hears how far a command has come. Parts start at the same time: calls come from several threads. */
public interface Progress {

    /** Says nothing to anybody. */
    Progress SILENT = new Progress() {
        @Override
        public void ready(String part, Duration after) {}

        @Override
        public void alreadyRunning(String part) {}

        @Override
        public void notStarted(String part, String why) {}

        @Override
        public void note(String text) {}
    };

    void ready(String part, Duration after);

    void alreadyRunning(String part);

    void notStarted(String part, String why);

    void note(String text);
}
