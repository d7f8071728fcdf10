package pe.minka.registry.body;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** One seat of a body. */
@Embeddable
class BodySeat {

    private String post;

    private @Nullable String name;

    @Enumerated(EnumType.STRING)
    private SeatKind kind;

    private @Nullable String sex;

    private @Nullable UUID organisation;

    private boolean paid;

    protected BodySeat() {}

    BodySeat(
            String post,
            @Nullable String name,
            SeatKind kind,
            @Nullable String sex,
            @Nullable UUID organisation,
            boolean paid) {
        this.post = post;
        this.name = name;
        this.kind = kind;
        this.sex = sex;
        this.organisation = organisation;
        this.paid = paid;
    }

    /** The same seat with another holder; without a name it is vacant. */
    BodySeat heldBy(@Nullable String holder, @Nullable String holdersSex) {
        return new BodySeat(post, holder, kind, holdersSex, organisation, paid);
    }

    String post() {
        return post;
    }

    @Nullable
    String name() {
        return name;
    }

    SeatKind kind() {
        return kind;
    }

    @Nullable
    String sex() {
        return sex;
    }

    @Nullable
    UUID organisation() {
        return organisation;
    }

    boolean paid() {
        return paid;
    }
}
