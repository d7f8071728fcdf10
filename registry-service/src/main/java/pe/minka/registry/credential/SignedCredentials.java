package pe.minka.registry.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Says of an agent what a door must know, signed, so that it is believed without a connection: a JWS (RFC 7515) by
 * EdDSA (RFC 8037) without any personal data.
 */
@ApplicationScoped
public class SignedCredentials {

    /** Bytes of an agent's id that stand for it in a list of revocations. */
    static final int REVOCATION_BYTES = 8;

    private final EntityManager database;
    private final CredentialKeys keys;
    private final ObjectMapper json;
    private final Clock clock;

    SignedCredentials(EntityManager database, CredentialKeys keys, ObjectMapper json, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /** @param agents whose accreditation has ended */
    record Revocations(int agents, String token) {}

    /** Empty where the accreditation has ended: nothing is signed for those who are no agents. */
    Optional<String> of(ProcessId process, EntityCode entity, AgentId agent) {
        return database.createNativeQuery(
                        "select role, vote, credential from agent where process = :process and id = :agent and state = 'ACCREDITED'",
                        Tuple.class)
                .setParameter("process", process.value())
                .setParameter("agent", agent.value())
                .getResultStream()
                .findFirst()
                .map(found -> {
                    var row = (Tuple) found;
                    var claims = new LinkedHashMap<String, Object>();
                    claims.put("iss", entity.value());
                    claims.put("prc", compact(process.value()));
                    claims.put("sub", compact(agent.value()));
                    claims.put("rol", row.get("role", String.class));
                    claims.put("vot", row.get("vote", Boolean.class));
                    claims.put("crd", row.get("credential", String.class).replace("-", ""));
                    claims.put("iat", clock.instant().getEpochSecond());
                    return sign(entity, claims);
                });
    }

    /** Those whose cards no longer hold: eight bytes each, so that a telephone carries the list to a valley. */
    Revocations revocations(ProcessId process, EntityCode entity) {
        List<?> ended = database.createNativeQuery(
                        "select id from agent where process = :process and state <> 'ACCREDITED' order by id",
                        UUID.class)
                .setParameter("process", process.value())
                .getResultList();
        var bytes = ByteBuffer.allocate(ended.size() * REVOCATION_BYTES);
        ended.forEach(id -> bytes.putLong(((UUID) id).getMostSignificantBits()));
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", entity.value());
        claims.put("prc", compact(process.value()));
        claims.put("iat", clock.instant().getEpochSecond());
        claims.put("rev", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()));
        return new Revocations(ended.size(), sign(entity, claims));
    }

    /**
     * Any statement of the entity, verified as a credential is.
     *
     * @param claims without personal data
     */
    public String sign(EntityCode entity, Map<String, Object> claims) {
        var signing = keys.inUse(entity);
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        jws.setKeyIdHeaderValue(signing.id());
        jws.setKey(signing.key());
        try {
            jws.setPayload(json.writeValueAsString(claims));
            return jws.getCompactSerialization();
        } catch (JoseException | JsonProcessingException impossible) {
            throw new IllegalStateException("a credential could not be signed", impossible);
        }
    }

    /** Sixteen bytes in 22 characters. */
    private static String compact(UUID id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
    }
}
