package pe.minka.allocation.round;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The rounds this service has heard of. */
@ApplicationScoped
public class Rounds implements PanacheRepositoryBase<VotingRound, UUID> {

    private final Documents documents;

    private final Clock clock;

    Rounds(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /** A round that can be selected from. An unknown one, or one of another process, is not found; one still open refuses. */
    public TalliedRound requireTallied(ProcessId process, UUID round) {
        return findByIdOptional(round)
                .filter(found -> found.process.equals(process))
                .map(this::tallied)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    /** The same, whatever its process. */
    public TalliedRound requireTallied(UUID round) {
        return findByIdOptional(round)
                .map(this::tallied)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    /** A list that the points of a matrix rank: it stands as a round that nobody votes in. */
    public void keepScored(UUID list, ProcessId process, EntityCode entity, String title, List<ProjectTally> tallies) {
        var row = heard(list, process, entity);
        row.kind = TalliedRound.SCORED_LIST;
        row.title = title;
        row.closed = true;
        row.tallies = documents.write(tallies);
    }

    /** The newest tallied round of a process in which projects were prioritised; empty where there is none yet. */
    public Optional<UUID> newestTallied(ProcessId process) {
        return find(
                        "process = ?1 and tallies is not null and kind in ('PRIORITISE_PROJECTS', ?2) order by heardAt desc",
                        process,
                        TalliedRound.SCORED_LIST)
                .firstResultOptional()
                .map(row -> row.id);
    }

    /** Whether people still vote in it, so that its conditions may be laid down; an unknown round is not found. */
    public boolean isOpen(ProcessId process, UUID round) {
        return findByIdOptional(round)
                .filter(found -> found.process.equals(process))
                .map(found -> !found.closed)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    private TalliedRound tallied(VotingRound row) {
        if (row.tallies == null) {
            throw Problem.conflict("round-not-tallied")
                    .with("round", row.id)
                    .with("closed", row.closed)
                    .toException();
        }
        return new TalliedRound(
                row.id,
                row.process,
                Objects.requireNonNullElse(row.turnout, 0),
                documents.read(row.tallies, new TypeReference<List<ProjectTally>>() {}),
                row.ballotsSha256,
                Objects.requireNonNullElse(row.kind, ""));
    }

    VotingRound heard(UUID round, ProcessId process, EntityCode entity) {
        return findByIdOptional(round).orElseGet(() -> {
            var row = new VotingRound();
            row.id = round;
            row.process = process;
            row.entity = entity;
            row.heardAt = clock.instant();
            persist(row);
            return row;
        });
    }
}
