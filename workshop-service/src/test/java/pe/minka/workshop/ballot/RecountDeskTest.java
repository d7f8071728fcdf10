package pe.minka.workshop.ballot;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecountDeskTest {

    private final RecountDesk desk = new RecountDesk();

    @Test
    void one_recount_is_made_at_a_time_and_who_comes_meanwhile_is_told_to_ask_again() {
        var counted = desk.recount(() -> {
            assertThatThrownBy(() -> desk.recount(() -> 2)).isInstanceOfSatisfying(HttpProblem.class, refused -> {
                assertThat(refused.getStatusCode()).isEqualTo(503);
                assertThat(refused.getHeaders()).containsKey("Retry-After");
            });
            return 1;
        });

        assertThat(counted).isEqualTo(1);
        assertThat(desk.recount(() -> 3)).isEqualTo(3);
    }

    @Test
    void a_recount_that_fails_leaves_the_desk_free() {
        assertThatThrownBy(() -> desk.recount(() -> {
                    throw new IllegalStateException("the database went away");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(desk.recount(() -> 1)).isEqualTo(1);
    }
}
