package pe.minka.workshop.election;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;

import java.io.Serializable;
import java.util.UUID;

/** An agent who stands in an election, numbered as announced. */
@Entity
@IdClass(Candidate.Key.class)
class Candidate {

    @Id
    UUID election;

    /** An id may have no converter: the agent's, as it lies in the column. */
    @Id
    @Column(name = "agent")
    UUID agentId;

    int number;

    /** The list on which the agent stands. */
    @Nullable
    String list;

    /** As declared; nothing where the regulation does not ask. */
    @Column(name = "public_office")
    @Nullable
    Boolean publicOffice;

    @Column(name = "outgoing_member")
    @Nullable
    Boolean outgoingMember;

    @Nullable
    Integer votes;

    @Nullable
    String post;

    protected Candidate() {}

    Candidate(UUID election, int number, Candidacy candidacy) {
        this.election = election;
        this.agentId = candidacy.agent().value();
        this.number = number;
        this.list = candidacy.list();
        this.publicOffice = candidacy.publicOffice();
        this.outgoingMember = candidacy.outgoingMember();
    }

    AgentId agent() {
        return new AgentId(agentId);
    }

    /** What names a candidacy. */
    static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        UUID election = new UUID(0, 0);
        UUID agentId = new UUID(0, 0);

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && election.equals(key.election) && agentId.equals(key.agentId);
        }

        @Override
        public int hashCode() {
            return election.hashCode() * 31 + agentId.hashCode();
        }
    }
}
