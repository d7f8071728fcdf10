package pe.minka.allocation.bank;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** An area hands in its projects; its newest list of the year stands. */
@ApplicationScoped
class RecordProjectList {

    private final ProjectLists lists;
    private final Caller caller;
    private final Clock clock;

    RecordProjectList(ProjectLists lists, Caller caller, Clock clock) {
        this.lists = lists;
        this.caller = caller;
        this.clock = clock;
    }

    /** A project as it is handed in. */
    record Project(
            @Nullable String code,
            String name,
            Soles cost,
            @Nullable String problem) {}

    record Handed(
            String area,
            ListKind kind,
            FiscalYear fiscalYear,
            String document,
            LocalDate receivedOn,
            List<Project> projects) {}

    @Transactional
    ProjectListRow record(EntityCode entity, Handed handed) {
        caller.mustActFor(entity);
        refuseRepeatedCodes(handed.projects());
        var row = new ProjectListRow();
        row.id = UUID.randomUUID();
        row.entity = entity;
        row.area = handed.area();
        row.kind = handed.kind();
        row.fiscalYear = handed.fiscalYear();
        row.document = handed.document();
        row.receivedOn = handed.receivedOn();
        row.recordedAt = clock.instant();
        for (var project : handed.projects()) {
            var columns = new ProjectListRow.EntryColumns();
            columns.position = row.entries.size() + 1;
            columns.entity = entity;
            columns.code = project.code();
            columns.name = project.name();
            columns.cost = project.cost();
            columns.problem = project.problem();
            columns.subject = Subject.of(project.problem() == null ? project.name() : project.problem())
                    .words();
            row.entries.add(columns);
        }
        lists.persist(row);
        return row;
    }

    private static void refuseRepeatedCodes(List<Project> projects) {
        var seen = new HashSet<String>();
        var problem = Problem.unprocessable("project-list-unsound");
        for (int position = 0; position < projects.size(); position++) {
            var code = projects.get(position).code();
            if (code != null && !seen.add(code)) {
                problem.error("/projects/" + position + "/code", "project-code-repeated", "project", code);
            }
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }
}
