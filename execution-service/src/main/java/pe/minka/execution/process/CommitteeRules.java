package pe.minka.execution.process;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What an ordinance asks of a committee.
 *
 * @param members how many they are; null where the ordinance does not say
 * @param posts one per member, repeated where several hold the same; empty where the ordinance names none
 * @param termMonths how long they sit; null where their task ends with the work
 * @param immediateReelection whether a member of the committee before may sit again
 * @param distinctPeople whether each post takes another person
 * @param minimumZones from how many zones they come at least; 0 where the ordinance does not say
 * @param law the article behind them
 */
public record CommitteeRules(
        @Nullable Integer members,
        List<String> posts,
        @Nullable Integer termMonths,
        boolean immediateReelection,
        boolean distinctPeople,
        int minimumZones,
        List<Quota> quotas,
        String law) {}
