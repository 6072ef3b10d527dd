package io.rollcall.ui.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

class LoadingTests {

    private final TestClock clock = new TestClock();
    private final Loading loading = new Loading(clock);

    @Test
    void afterAFailureItAsksNoMoreUntilToldTo() {
        assertThat(loading.ask(LoadingTests::fail, "nothing")).isEqualTo("nothing");
        assertThat(loading.state()).isInstanceOf(ListState.Failed.class);
        assertThat(loading.ask(() -> "rows", "nothing")).isEqualTo("nothing");
        loading.askAgain();
        assertThat(loading.ask(() -> "rows", "nothing")).isEqualTo("rows");
    }

    @Test
    void aFailureIsToBeRetriedAfterFiveSeconds() {
        loading.ask(LoadingTests::fail, "nothing");
        clock.advance(Duration.ofMillis(4999));
        assertThat(loading.isToBeRetried()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(loading.isToBeRetried()).isTrue();
    }

    @Test
    @Tag("S55")
    void afterTheClockWasSetBackAFailureIsToBeRetriedAtOnce() {
        loading.ask(LoadingTests::fail, "nothing");
        clock.advance(Duration.ofHours(-1));
        assertThat(loading.isToBeRetried()).isTrue();
    }

    @Test
    void aRefusalIsForGood() {
        assertThat(loading.ask(LoadingTests::refuse, "nothing")).isEqualTo("nothing");
        loading.askAgain();
        assertThat(loading.ask(() -> "rows", "nothing")).isEqualTo("nothing");
        assertThat(loading.state()).isEqualTo(new ListState.Refused(false));
        assertThat(loading.isToBeRetried()).isFalse();
    }

    private static String fail() {
        throw new IllegalStateException("no database");
    }

    private static String refuse() {
        throw new AccessDeniedException("not you");
    }
}
