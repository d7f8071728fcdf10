package pe.minka.registry.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.UUID;

/** The calendar of a process as it stands; replaced as a whole. */
@Entity
@Table(name = "process_calendar")
class ProcessCalendar {

    @Id
    private UUID process;

    private String activities;

    private Instant changedAt;

    @Version
    private long version;

    protected ProcessCalendar() {}

    ProcessCalendar(ProcessId process, String activities, Instant now) {
        this.process = process.value();
        this.activities = activities;
        this.changedAt = now;
    }

    void replace(String changed, Instant now) {
        activities = changed;
        changedAt = now;
    }

    String activities() {
        return activities;
    }

    Instant changedAt() {
        return changedAt;
    }

    long version() {
        return version;
    }
}
