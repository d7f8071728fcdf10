package pe.minka.workshop.result;

import org.junit.jupiter.api.Test;
import pe.minka.workshop.result.SettledOrder.By;
import pe.minka.workshop.result.SettledOrder.Contender;
import pe.minka.workshop.result.SettledOrder.Held;
import pe.minka.workshop.result.SettledOrder.Place;
import pe.minka.workshop.result.SettledOrder.Undrawn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class SettledOrderTest {

    private static final UUID WATER = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID ROAD = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final UUID SCHOOL = UUID.fromString("00000000-0000-4000-8000-000000000003");
    private static final UUID ROUND = UUID.fromString("c6dae4f8-2051-4f92-a7db-51607f8e9801");
    private static final RoundDraw UNTOSSED = new RoundDraw(ROUND, "00".repeat(32), "ff".repeat(32), null);
    private static final RoundDraw DRAW = new RoundDraw(ROUND, "00".repeat(32), "ff".repeat(32), "CSSCCSCSSSCCSCSC");

    private static SettledOrder settle(List<String> chain, Contender... contenders) {
        return SettledOrder.of(List.of(contenders), chain, DRAW, tied -> Optional.empty());
    }

    private static Contender of(UUID option, int position, int votes, long score, long centimos) {
        return new Contender(option, position, votes, score, centimos);
    }

    private static List<UUID> options(SettledOrder order) {
        return order.places().stream().map(Place::option).toList();
    }

    private static List<By> settledBy(SettledOrder order) {
        return order.places().stream().map(Place::settledBy).toList();
    }

    @Test
    void more_points_come_first_and_each_criterion_is_asked_only_of_those_the_one_before_left_equal() {
        var order = settle(
                List.of("VOTES", "COST", "LIST_ORDER"),
                of(WATER, 2, 3, 10, 500),
                of(ROAD, 1, 3, 10, 400),
                of(SCHOOL, 0, 9, 12, 900));

        assertThat(options(order)).containsExactly(SCHOOL, ROAD, WATER);
        assertThat(settledBy(order)).containsExactly(By.SCORE, By.COST, By.COST);
    }

    @Test
    void where_the_chain_ends_the_place_is_shared_and_the_next_one_is_left_out() {
        var order = settle(List.of("VOTES"), of(WATER, 0, 3, 3, 1), of(ROAD, 1, 3, 3, 2), of(SCHOOL, 2, 1, 1, 1));

        assertThat(order.places().stream().map(Place::place)).containsExactly(1, 1, 3);
        assertThat(settledBy(order)).containsExactly(By.NOTHING, By.NOTHING, By.SCORE);
        assertThat(order.isFinal()).isTrue();
    }

    @Test
    void the_draw_is_the_worked_example_of_the_decision_record() {
        assertThat(DRAW.seed()).isEqualTo("f78737f4fa22d3c7c823387803d84362da087a27fceba5c3970eac35d23ea82b");
        assertThat(DRAW.lot(WATER)).isEqualTo("1db0f081ed8f3620c99d4eca8fb7b5e75f4e4d22d9a97b19c10d26f31623d99c");
        assertThat(DRAW.lot(ROAD)).isEqualTo("48207137e2b0b2784fafe16ac831cd181e38ae3fdecb54003ba3f360aee9b4e0");

        var order = settle(List.of("DRAW"), of(WATER, 0, 3, 3, 1), of(ROAD, 1, 3, 3, 1));

        assertThat(options(order)).containsExactly(WATER, ROAD);
        assertThat(settledBy(order)).containsOnly(By.DRAW);
        assertThat(order.places().get(0).lot())
                .isEqualTo(DRAW.lot(order.places().get(0).option()));
    }

    @Test
    void a_draw_decides_nothing_before_something_is_tossed_for_it() {
        var order = SettledOrder.of(
                List.of(of(WATER, 0, 3, 3, 1), of(ROAD, 1, 3, 3, 1), of(SCHOOL, 2, 5, 5, 1)),
                List.of("DRAW"),
                UNTOSSED,
                tied -> Optional.empty());

        assertThat(order.isFinal()).isFalse();
        assertThat(order.undrawn()).containsExactly(new Undrawn(ROUND, Set.of(WATER, ROAD)));
        assertThat(settledBy(order)).containsExactly(By.SCORE, By.NOTHING, By.NOTHING);
    }

    @Test
    void a_tie_waits_for_its_second_round_and_takes_the_draw_of_that_round() {
        var chain = List.of("SECOND_ROUND", "DRAW");
        var tied = List.of(of(WATER, 0, 3, 3, 1), of(ROAD, 1, 3, 3, 1), of(SCHOOL, 2, 5, 5, 1));
        var waiting = SettledOrder.of(tied, chain, DRAW, none -> Optional.empty());
        var held = SettledOrder.of(
                tied,
                chain,
                DRAW,
                group -> group.equals(Set.of(WATER, ROAD))
                        ? Optional.of(new Held(Map.of(WATER, 1L, ROAD, 2L), DRAW))
                        : Optional.empty());

        assertThat(waiting.isFinal()).isFalse();
        assertThat(waiting.awaiting()).containsExactly(Set.of(WATER, ROAD));
        assertThat(options(held)).containsExactly(SCHOOL, ROAD, WATER);
        assertThat(settledBy(held)).containsExactly(By.SCORE, By.SECOND_ROUND, By.SECOND_ROUND);
    }
}
