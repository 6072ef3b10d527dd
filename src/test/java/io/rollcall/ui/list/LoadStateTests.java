package io.rollcall.ui.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

class LoadStateTests {

    private final TestClock clock = new TestClock();
    private final LoadState state = new LoadState(clock::instant);

    @Test
    void afterAFailureItAsksNoMoreUntilToldTo() {
        assertThat(state.ask(LoadStateTests::fail, "nothing")).isEqualTo("nothing");
        assertThat(state.hasFailed()).isTrue();
        assertThat(state.ask(() -> "rows", "nothing")).isEqualTo("nothing");
        state.askAgain();
        assertThat(state.ask(() -> "rows", "nothing")).isEqualTo("rows");
    }

    @Test
    void aFailureIsToBeRetriedAfterFiveSeconds() {
        state.ask(LoadStateTests::fail, "nothing");
        clock.advance(Duration.ofMillis(4999));
        assertThat(state.isToBeRetried()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(state.isToBeRetried()).isTrue();
    }

    @Test
    void aRefusalIsForGood() {
        assertThat(state.ask(LoadStateTests::refuse, "nothing")).isEqualTo("nothing");
        state.askAgain();
        assertThat(state.ask(() -> "rows", "nothing")).isEqualTo("nothing");
        assertThat(state.isRefused()).isTrue();
        assertThat(state.wasAnswered()).isFalse();
        assertThat(state.isToBeRetried()).isFalse();
    }

    private static String fail() {
        throw new IllegalStateException("no database");
    }

    private static String refuse() {
        throw new AccessDeniedException("not you");
    }
}
