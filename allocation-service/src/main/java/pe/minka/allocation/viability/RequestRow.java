package pe.minka.allocation.viability;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A list of projects that was sent to an evaluator. */
@Entity
@Table(name = "viability_request")
class RequestRow {

    @Id
    UUID id;

    ProcessId process;

    EntityCode entity;

    String addressee;

    String document;

    @Column(name = "sent_on")
    LocalDate sentOn;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "viability_answer", joinColumns = @JoinColumn(name = "request"))
    @OrderBy("title, proposal")
    List<AnswerColumns> projects = new ArrayList<>();

    /** One project of the list and what came back for it. */
    @Embeddable
    static class AnswerColumns {

        UUID proposal;

        String title;

        @Enumerated(EnumType.STRING)
        @Nullable
        ViabilityAnswer answer;

        @Nullable
        String document;

        @Column(name = "answered_on")
        @Nullable
        LocalDate answeredOn;

        @Nullable
        String rule;

        @Nullable
        String explanation;

        @Column(name = "returned_to")
        @Nullable
        String returnedTo;
    }
}
