package pe.minka.allocation.selection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.util.UUID;

/** The anonymous ballots of one round, as published. */
@Entity
@Table(name = "round_ballots")
class BallotFile {

    @Id
    UUID round;

    String text;

    @Column(columnDefinition = "char(64)")
    String sha256;
}
