package pe.minka.registry.territory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import pe.minka.platform.core.EntityCode;

import java.time.Instant;
import java.util.UUID;

/** One publication of indicators; never changed, since a distribution may rest on it. */
@Entity
@Table(name = "indicator_set")
class PublishedIndicators {

    @Id
    private UUID id;

    private EntityCode entity;

    private String scheme;

    private int year;

    private int version;

    private String source;

    private String zones;

    @Column(name = "values_")
    private String values;

    private Instant publishedAt;

    protected PublishedIndicators() {}

    PublishedIndicators(
            EntityCode entity,
            String scheme,
            int year,
            int version,
            String source,
            String zones,
            String values,
            Instant publishedAt) {
        this.id = UUID.randomUUID();
        this.entity = entity;
        this.scheme = scheme;
        this.year = year;
        this.version = version;
        this.source = source;
        this.zones = zones;
        this.values = values;
        this.publishedAt = publishedAt;
    }

    int version() {
        return version;
    }

    String source() {
        return source;
    }

    String zones() {
        return zones;
    }

    String values() {
        return values;
    }
}
