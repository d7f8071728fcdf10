package pe.minka.allocation.process;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.problem.Problem;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The processes this service has heard of. */
@ApplicationScoped
public class Processes implements PanacheRepositoryBase<ProcessRow, UUID> {

    private final Documents documents;

    /** Where a process is. */
    public record Seat(ProcessId process, EntityCode entity, Ubigeo ubigeo) {}

    Processes(Documents documents) {
        this.documents = documents;
    }

    /** @throws RuntimeException 404 for one this service has not heard of */
    public CalledProcess require(ProcessId process) {
        return called(process).orElseThrow(() -> Problem.notFound().toException());
    }

    /** The same, and no other transaction decides on the money of this process until this one ends. */
    public CalledProcess requireAlone(ProcessId process) {
        findById(process.value(), LockModeType.PESSIMISTIC_WRITE);
        return require(process);
    }

    public Optional<CalledProcess> called(ProcessId process) {
        return findByIdOptional(process.value()).flatMap(this::called);
    }

    /** Processes of a fiscal year, by entity; only what tells where they are. */
    public List<Seat> ofYear(FiscalYear year) {
        return getEntityManager()
                .createQuery(
                        "select p.id, p.entity, p.ubigeo from ProcessRow p where p.fiscalYear = ?1 and p.entity is not null"
                                + " and p.ubigeo is not null and p.regulation is not null order by p.entity, p.id",
                        Object[].class)
                .setParameter(1, year)
                .getResultList()
                .stream()
                .map(row -> new Seat(new ProcessId((UUID) row[0]), (EntityCode) row[1], (Ubigeo) row[2]))
                .toList();
    }

    ProcessRow heard(ProcessId process) {
        return findByIdOptional(process.value()).orElseGet(() -> {
            var row = new ProcessRow();
            row.id = process.value();
            persist(row);
            return row;
        });
    }

    private Optional<CalledProcess> called(ProcessRow row) {
        if (row.entity == null
                || row.ubigeo == null
                || row.name == null
                || row.fiscalYear == null
                || row.level == null
                || row.regulation == null) {
            return Optional.empty();
        }
        return Optional.of(new CalledProcess(
                new ProcessId(row.id),
                row.entity,
                row.ubigeo,
                row.name,
                row.fiscalYear,
                row.level,
                documents.read(row.regulation, Regulation.class),
                words(row.closedPhases)));
    }

    static Set<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
