package pe.minka.load;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A process of the registry with agents who may vote, each with a token of her own. They are told to the database by
 * SQL; everything after that goes through the service's API.
 *
 * @param process called under {@link #REGULATION}
 */
record Electorate(UUID process, List<Voter> voters) {

    static final String ENTITY = "300305";

    /** @param token checked by the service with each request */
    record Voter(UUID agent, String token) {}

    private static final String REGULATION = """
            {"identifier":"load","version":1,
             "ballots":[
              {"round":"PRIORITISE_PROBLEMS","kind":"APPROVAL","secret":true,"replaceable":false,"blankAllowed":true,"law":"art. 1"},
              {"round":"PRIORITISE_THEMES","kind":"RANKING","secret":true,"replaceable":false,"blankAllowed":true,"law":"art. 2"}]}
            """;

    static Electorate of(Ground ground, int size) {
        var process = UUID.randomUUID();
        ground.execute(
                "insert into process (process, entity, ubigeo, name, fiscal_year, regulation) values (?, ?, ?, ?, ?, ?)",
                process,
                ENTITY,
                "030503",
                "Proceso medido",
                2030,
                REGULATION);
        ground.execute(
                "insert into published_roll (process, agents, at) values (?, ?, clock_timestamp())", process, size);
        var agents = Stream.generate(UUID::randomUUID).limit(size).toList();
        enrol(ground, process, agents);
        var issuer = ground.issuer();
        var voters = IntStream.range(0, size)
                .parallel()
                .mapToObj(i -> new Voter(agents.get(i), issuer.participant(agents.get(i))))
                .toList();
        return new Electorate(process, voters);
    }

    private static void enrol(Ground ground, UUID process, List<UUID> agents) {
        try (var connection = ground.connect();
                var insert = connection.prepareStatement(
                        "insert into agent (process, agent, role, voice, vote,"
                                + " accredited, person) select ?, a, 'PRINCIPAL', true, true, true, gen_random_uuid() from unnest(?::uuid[]) a")) {
            insert.setObject(1, process);
            insert.setArray(2, connection.createArrayOf("uuid", agents.toArray()));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("the roll could not be seeded", failed);
        }
    }
}
