package pe.minka.allocation.distribution;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;

/** The copy of one version of an entity's indicators by zone. */
@Entity
@Table(name = "indicator_set")
class IndicatorSet {

    @Embeddable
    record Key(@Column(columnDefinition = "varchar(6)") String entity, String scheme, int year, int version) {}

    @EmbeddedId
    Key key;

    String source;

    @ColumnTransformer(write = "?::jsonb")
    String zones;

    @Column(name = "zone_values")
    @ColumnTransformer(write = "?::jsonb")
    String values;
}
