package pe.minka.registry.body;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A body named by an act: a technical team, a council, a communal board. */
@Entity
@Table(name = "body")
class Body {

    @Id
    private UUID id;

    private EntityCode entity;

    private @Nullable ProcessId process;

    private String kind;

    private String act;

    private @Nullable LocalDate actDate;

    private Instant constitutedAt;

    private @Nullable UUID organisation;

    private @Nullable LocalDate termFrom;

    private @Nullable LocalDate termUntil;

    @ElementCollection
    @CollectionTable(name = "body_seat", joinColumns = @JoinColumn(name = "body"))
    @OrderColumn(name = "ordinal")
    private List<BodySeat> seats = new ArrayList<>();

    protected Body() {}

    Body(
            EntityCode entity,
            @Nullable ProcessId process,
            String kind,
            String act,
            @Nullable LocalDate actDate,
            List<BodySeat> seats,
            @Nullable OrganTerm organ,
            Instant constitutedAt) {
        this.id = UUID.randomUUID();
        this.entity = entity;
        this.process = process;
        this.kind = kind;
        this.act = act;
        this.actDate = actDate;
        this.seats.addAll(seats);
        this.constitutedAt = constitutedAt;
        if (organ != null) {
            this.organisation = organ.organisation();
            this.termFrom = organ.from();
            this.termUntil = organ.until();
        }
    }

    /** Whose organ it is; absent where it is a body of the entity itself. */
    @Nullable
    UUID organisation() {
        return organisation;
    }

    @Nullable
    LocalDate termFrom() {
        return termFrom;
    }

    @Nullable
    LocalDate termUntil() {
        return termUntil;
    }

    /** Whether its members are in office that day; a body without a term is until another takes its place. */
    boolean inOffice(LocalDate day) {
        return (termFrom == null || !day.isBefore(termFrom)) && (termUntil == null || !day.isAfter(termUntil));
    }

    /** Whether its term was over before that day. */
    boolean endedBefore(LocalDate day) {
        return termUntil != null && termUntil.isBefore(day);
    }

    UUID id() {
        return id;
    }

    EntityCode entity() {
        return entity;
    }

    @Nullable
    ProcessId process() {
        return process;
    }

    String kind() {
        return kind;
    }

    String act() {
        return act;
    }

    @Nullable
    LocalDate actDate() {
        return actDate;
    }

    Instant constitutedAt() {
        return constitutedAt;
    }

    /** Filled seats by kind and by sex; vacant ones apart. */
    Map<String, Integer> composition() {
        var counts = new TreeMap<String, Integer>();
        for (BodySeat seat : seats) {
            if (seat.name() == null) {
                counts.merge("VACANT", 1, Integer::sum);
            } else {
                counts.merge(seat.kind().name(), 1, Integer::sum);
                var sex = seat.sex();
                if (sex != null) {
                    counts.merge(sex, 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    void seat(int place, BodySeat seat) {
        seats.set(place, seat);
    }

    List<BodySeat> seats() {
        return List.copyOf(seats);
    }
}
