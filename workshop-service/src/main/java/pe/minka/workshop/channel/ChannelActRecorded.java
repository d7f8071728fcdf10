package pe.minka.workshop.channel;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something was decided about ballots of a channel beside the voter's own device. Topic {@code minka.workshop.v1}, keyed
 * by process. The words of the act stay where they were written: free text may name people.
 *
 * @param thing the table, device, ballot kept aside or count of hands that it is about
 * @param label of a table or device: never a name
 * @param because why the ballot had been kept aside
 * @param figures ballots issued and so on, without any that tells how somebody voted
 * @param wordsSha256 of the canonical JSON with {@code document} and {@code reason}
 * @param accounts how many had to say the same
 * @param office in which they said it
 * @param hour by the database's clock; nothing finer is told beside ballots
 */
record ChannelActRecorded(
        ProcessId process,
        EntityCode entity,
        UUID round,
        ChannelActs.Act act,
        String thing,
        @Nullable String label,
        @Nullable String because,
        Map<String, Integer> figures,
        String wordsSha256,
        int accounts,
        String office,
        Instant hour)
        implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return thing;
    }
}
