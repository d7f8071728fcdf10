package pe.minka.registry.regulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/** One published text of a regulation. It never changes: processes and their results rest on it. */
@Entity
@Table(name = "regulation_version")
class RegulationVersion {

    @Id
    private String id;

    private String identifier;

    private int version;

    private String level;

    private LocalDate effectiveFrom;

    private @Nullable LocalDate effectiveUntil;

    private String document;

    private String effective;

    private String sha256;

    private String publishedBy;

    private Instant publishedAt;

    protected RegulationVersion() {}

    RegulationVersion(JsonNode document, JsonNode effective, String publishedBy, Instant publishedAt) {
        var regulation = new Regulation(document);
        this.identifier = regulation.identifier();
        this.version = regulation.version();
        this.id = idOf(identifier, version);
        this.level = regulation.level();
        this.effectiveFrom = regulation.effectiveFrom();
        this.effectiveUntil = regulation.effectiveUntil().orElse(null);
        this.document = RegulationText.canonical(document);
        this.effective = RegulationText.canonical(effective);
        this.sha256 = RegulationText.sha256(document);
        this.publishedBy = publishedBy;
        this.publishedAt = publishedAt;
    }

    static String idOf(String identifier, int version) {
        return identifier + "/" + version;
    }

    int version() {
        return version;
    }

    String level() {
        return level;
    }

    String sha256() {
        return sha256;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    /** As it was handed in. */
    JsonNode document() {
        return RegulationText.tree(document);
    }

    /** With the defaults of the norm filled in. */
    JsonNode effective() {
        return RegulationText.tree(effective);
    }

    /** The rules of a process of that level: a national norm has its own for each. */
    Regulation boundAt(String processLevel) {
        return new Regulation(
                level.equals("NATIONAL") ? Defaults.general((ObjectNode) document(), processLevel) : effective());
    }
}
