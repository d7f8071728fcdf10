package pe.minka.workshop.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.crypto.PersonalCipher;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Channel;
import pe.minka.workshop.ballot.Polling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All registered devices. */
@ApplicationScoped
public class PollingDevices {

    private static final String COLUMNS =
            "device, round, kind, label, public_key, wrapped_key, zone, assigned, sealed, revoked_at is not null";

    private final Statements statements;
    private final Polling polling;
    private final PersonalCipher cipher;
    private final ChannelActs acts;
    private final Caller caller;

    PollingDevices(Statements statements, Polling polling, PersonalCipher cipher, ChannelActs acts, Caller caller) {
        this.statements = statements;
        this.polling = polling;
        this.cipher = cipher;
        this.acts = acts;
        this.caller = caller;
    }

    /** @param publicKey Base64 of 32 bytes, of devices that vote offline only */
    record Registration(
            PollingDevice.Kind kind,
            String label,
            @Nullable String publicKey,
            @Nullable String zone,
            @Nullable Integer assigned) {}

    @Transactional
    List<PollingDevice> register(UUID round, List<Registration> registrations) {
        var vote = polling.held(round);
        if (vote.isOver()) {
            throw Problem.conflict("round-not-open").toException();
        }
        var problem = Problem.unprocessable("device-not-registrable");
        var registered = new ArrayList<PollingDevice>();
        var labels = new HashSet<String>(
                statements.list("select label from polling_device where round = ?", row -> row.getString(1), round));
        for (Registration each : registrations) {
            var pointer = "/devices/" + registered.size();
            vote.mustAdmit(each.kind() == PollingDevice.Kind.TERMINAL ? Channel.ASSISTED : Channel.OFFLINE_DEVICE);
            if (!labels.add(each.label())) {
                problem.error(pointer + "/label", "device-label-taken", "label", each.label());
            }
            var key = publicKey(each.publicKey());
            if ((each.kind() == PollingDevice.Kind.OFFLINE_DEVICE) != key.isPresent()) {
                problem.error(pointer + "/publicKey", "device-key-wrong");
            }
            var id = UUID.randomUUID();
            registered.add(new PollingDevice(
                    id,
                    round,
                    each.kind(),
                    each.label(),
                    key.orElse(null),
                    cipher.newWrappedKey(id.toString()),
                    each.zone(),
                    each.assigned(),
                    null,
                    false));
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
        registered.forEach(this::add);
        return registered;
    }

    private static Optional<byte[]> publicKey(@Nullable String base64) {
        try {
            return base64 == null
                    ? Optional.empty()
                    : Optional.of(
                            new Ed25519PublicKeyParameters(Base64.getDecoder().decode(base64)).getEncoded());
        } catch (IllegalArgumentException noSuchKey) {
            return Optional.empty();
        }
    }

    private void add(PollingDevice device) {
        statements.execute(
                "insert into polling_device (device, round, kind, label, public_key, wrapped_key, zone, assigned,"
                        + " registered_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                device.device(),
                device.round(),
                device.kind().name(),
                device.label(),
                device.publicKey(),
                device.wrappedKey(),
                device.zone(),
                device.assigned(),
                caller.subject());
    }

    public Optional<PollingDevice> find(UUID id) {
        return statements.find(
                "select " + COLUMNS + " from polling_device where device = ?", PollingDevices::device, id);
    }

    PollingDevice known(UUID id) {
        return find(id).orElseThrow(() -> Problem.notFound().toException());
    }

    /** Those of the ids that are devices of the round. */
    public Map<UUID, PollingDevice> of(UUID round, Collection<UUID> ids) {
        Map<UUID, PollingDevice> found = new HashMap<>();
        statements
                .list(
                        "select " + COLUMNS + " from polling_device where round = ? and device = any (?)",
                        PollingDevices::device,
                        round,
                        ids.toArray(UUID[]::new))
                .forEach(device -> found.put(device.device(), device));
        return found;
    }

    /** @param received envelopes that arrived; @param answers ballots in them, those kept aside too */
    record Progress(PollingDevice device, int received, int answers) {}

    Progress progress(PollingDevice device) {
        return page(device.round(), device.device(), 1, ">=").get(0);
    }

    List<Progress> page(UUID round, UUID after, int limit) {
        return page(round, after, limit, ">");
    }

    private List<Progress> page(UUID round, UUID from, int limit, String comparison) {
        return statements.list(
                "select " + COLUMNS + ", (select count(*) from offline_envelope e where e.device = d.device),"
                        + " (select coalesce(sum(ballots), 0) from offline_envelope e where e.device = d.device)"
                        + " from polling_device d where round = ? and device " + comparison
                        + " ? order by device limit ?",
                row -> new Progress(device(row), row.getInt(11), row.getInt(12)),
                round,
                from,
                limit);
    }

    /** The device is back: as many envelopes arrived as it sealed, or it is not done. */
    @Transactional
    PollingDevice takeBack(UUID id, int sealed) {
        var device = known(id);
        polling.held(device.round()).mustBeOpen();
        int received = statements.count("select count(*) from offline_envelope where device = ?", id);
        if (received != sealed) {
            throw Problem.conflict("envelopes-missing")
                    .with("sealed", sealed)
                    .with("received", received)
                    .toException();
        }
        statements.execute(
                "update polling_device set sealed = ?, returned_at = clock_timestamp() where device = ?", sealed, id);
        return known(id);
    }

    /** Out of use by a recorded act; what it sealed before and was counted stays counted. */
    @Transactional
    PollingDevice revoke(UUID id, String document) {
        var device = known(id);
        var vote = polling.held(device.round());
        int revoked = statements.execute(
                "update polling_device set revoked_at = clock_timestamp(), revoked_by = ?"
                        + " where device = ? and revoked_at is null",
                document,
                id);
        if (revoked > 0) {
            acts.tell(
                    vote,
                    new ChannelActs.Matter(
                            ChannelActs.Act.DEVICE_REVOKED, id.toString(), device.label(), null, Map.of(), 1),
                    new ChannelActs.Words(document, null));
        }
        return known(id);
    }

    private static PollingDevice device(ResultSet row) throws SQLException {
        return new PollingDevice(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                PollingDevice.Kind.valueOf(row.getString(3)),
                row.getString(4),
                row.getBytes(5),
                row.getBytes(6),
                row.getString(7),
                row.getObject(8, Integer.class),
                row.getObject(9, Integer.class),
                row.getBoolean(10));
    }
}
