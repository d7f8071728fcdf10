package pe.minka.platform.core;

import org.junit.jupiter.api.Test;
import pe.minka.platform.core.SmallCells.Cell;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class SmallCellsTest {

    @Test
    void large_groups_are_shown() {
        assertThat(SmallCells.publish(Map.of("es", 40, "qu", 60)))
                .containsExactly(new Cell("es", 40), new Cell("qu", 60));
    }

    @Test
    void a_single_small_group_takes_the_next_one_with_it_or_the_total_would_give_it_away() {
        assertThat(SmallCells.publish(Map.of("es", 40, "qu", 60, "ay", 3)))
                .containsExactly(new Cell("ay", null), new Cell("es", null), new Cell("qu", 60));
    }

    @Test
    void two_small_groups_that_are_five_together_hide_each_other() {
        assertThat(SmallCells.publish(Map.of("COMMUNITIES", 40, "YOUTH", 3, "WOMEN", 2, "NONE", 0)))
                .containsExactly(new Cell("COMMUNITIES", 40), new Cell("WOMEN", null), new Cell("YOUTH", null));
    }

    @Test
    void several_tiny_groups_do_not_add_up_to_a_sum_that_tells_them() {
        assertThat(SmallCells.publish(Map.of("a", 1, "b", 1, "c", 8, "d", 50, "e", 60)))
                .extracting(Cell::count)
                .containsExactly(null, null, null, 50, 60);
    }

    @Test
    void exactly_five_is_shown() {
        assertThat(SmallCells.publish(Map.of("a", 5, "b", 50))).containsExactly(new Cell("a", 5), new Cell("b", 50));
    }
}
