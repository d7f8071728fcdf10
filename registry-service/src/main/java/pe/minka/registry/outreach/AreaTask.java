package pe.minka.registry.outreach;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;

import java.time.LocalDate;
import java.util.UUID;

/** What one area of the entity has to do for the process. */
@Entity
@Table(name = "task")
class AreaTask {

    @Id
    private UUID id;

    private ProcessId process;

    private String area;

    private String task;

    private LocalDate dueOn;

    private @Nullable LocalDate doneOn;

    protected AreaTask() {}

    AreaTask(ProcessId process, String area, String task, LocalDate dueOn) {
        this.id = UUID.randomUUID();
        this.process = process;
        this.area = area;
        this.task = task;
        this.dueOn = dueOn;
    }

    void done(LocalDate on) {
        doneOn = on;
    }

    UUID id() {
        return id;
    }

    ProcessId process() {
        return process;
    }

    String area() {
        return area;
    }

    String task() {
        return task;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    LocalDate doneOn() {
        return doneOn;
    }
}
