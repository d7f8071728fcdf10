package pe.minka.transparency.publiclog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TilePathTest {

    @ParameterizedTest
    @CsvSource({
        "0/000, 0, 0, 256",
        "0/999, 0, 999, 256",
        "0/x001/000, 0, 1000, 256",
        "0/x001/x234/067, 0, 1234067, 256",
        "2/x001/x234/067.p/8, 2, 1234067, 8",
        "entries/x012/345.p/255, -1, 12345, 255"
    })
    void groups_of_three_digits_are_one_number(String path, int level, long index, int width) {
        assertThat(TilePath.of(path)).contains(new TilePath(level, index, width));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0/0",
                "0/0000",
                "0/x000/001",
                "0/001/000",
                "0/x001",
                "0/x1/000",
                "0/000.p/0",
                "0/000.p/256",
                "0/000.p/08",
                "-1/000",
                "8/000",
                "64/000",
                "data/000",
                "0/x001/x234/x567/x890/x123/456",
                "0/000/",
                "/0/000"
            })
    void no_tile_has_two_paths(String path) {
        assertThat(TilePath.of(path)).isEmpty();
    }

    @Test
    void the_first_of_a_tile_follows_the_last_of_the_one_before() {
        assertThat(TilePath.of("0/x001/000").orElseThrow().first()).isEqualTo(256_000);
        assertThat(TilePath.of("3/000").orElseThrow().treeLevel()).isEqualTo(24);
    }
}
