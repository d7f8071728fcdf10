package pe.minka.allocation.classification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.allocation.process.Processes;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The technical team says under which class each project counts and which others it serves. */
@ApplicationScoped
class ClassifyProjects {

    private final Processes processes;
    private final Classifications classifications;
    private final Documents documents;
    private final Caller caller;
    private final Clock clock;

    ClassifyProjects(
            Processes processes, Classifications classifications, Documents documents, Caller caller, Clock clock) {
        this.processes = processes;
        this.classifications = classifications;
        this.documents = documents;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void classify(ProcessId process, List<Classification> given) {
        var called = processes.requireAlone(process);
        caller.mustActFor(called.entity());
        var axes = called.regulation().axes();
        var problem = Problem.unprocessable("classification-unsound").with("known", String.join(", ", axes));
        for (int position = 0; position < given.size(); position++) {
            var pointer = "/projects/" + position;
            given.get(position).breach(axes).ifPresent(breach -> add(problem, pointer, breach));
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
        given.forEach(each -> classifications.persist(row(process, each)));
    }

    private static void add(Problem problem, String pointer, String breach) {
        switch (breach) {
            case "main-class-repeated" -> problem.error(pointer + "/secondary", "main-class-repeated");
            case "secondary-class-repeated" -> problem.error(pointer + "/secondary", "secondary-class-repeated");
            default -> problem.error(pointer, "class-unknown");
        }
    }

    private ClassificationRow row(ProcessId process, Classification each) {
        var row = new ClassificationRow();
        row.id = UUID.randomUUID();
        row.process = process;
        row.proposal = each.proposal();
        row.sequence = classifications.sequence(process, each.proposal()) + 1;
        row.main = each.main();
        row.secondary = documents.write(each.secondary());
        row.recordedAt = clock.instant();
        return row;
    }
}
