package pe.minka.allocation.envelope;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A rubro of the national classifier and the fuente it belongs to. */
@Entity
@Table(name = "funding_line")
class FundingLine {

    @Id
    @Column(columnDefinition = "char(2)")
    String line;

    @Column(columnDefinition = "char(1)")
    String source;

    String name;
}
