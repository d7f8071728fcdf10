package pe.minka.transparency.measure;

import org.junit.jupiter.api.Test;
import pe.minka.transparency.measure.SmallCells.Cell;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class SmallCellsTest {

    @Test
    void large_cells_are_told() {
        assertThat(SmallCells.publish(Map.of("es", 40, "qu", 60), 5))
                .containsExactly(new Cell("es", 40), new Cell("qu", 60));
    }

    @Test
    void a_cell_under_five_is_kept_back_and_the_next_smallest_too_so_that_no_subtraction_gives_it_away() {
        assertThat(SmallCells.publish(Map.of("es", 40, "qu", 60, "ay", 3), 5))
                .containsExactly(new Cell("ay", null), new Cell("es", null), new Cell("qu", 60));
    }

    @Test
    void several_tiny_cells_do_not_add_up_to_a_sum_that_tells_them() {
        var cells = SmallCells.publish(Map.of("a", 1, "b", 1, "c", 8, "d", 50, "e", 60), 5);

        assertThat(cells).extracting(Cell::count).containsExactly(null, null, null, 50, 60);
    }

    @Test
    void exactly_five_is_told() {
        assertThat(SmallCells.publish(Map.of("a", 5, "b", 50), 5)).containsExactly(new Cell("a", 5), new Cell("b", 50));
    }
}
