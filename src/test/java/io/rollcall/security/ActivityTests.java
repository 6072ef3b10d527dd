package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("S11")
class ActivityTests {

    @ParameterizedTest
    @CsvSource({
        "event, click",
        "event, dblclick",
        "event, input",
        "event, keydown",
        "event, ui-navigate",
        "event, rollcall-activity",
        "publishedEventHandler, select",
        "publishedEventHandler, deselect",
        "publishedEventHandler, setDetailsVisible",
        "publishedEventHandler, sortersChanged"
    })
    void whatOnlyAPersonCanDoCounts(String type, String name) {
        assertThat(Activity.isByAPerson(type, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "publishedEventHandler, confirmUpdate",
        "publishedEventHandler, setViewportRange",
        "publishedEventHandler, setRequestedRange",
        "event, change",
        "event, opened-changed",
        "event, ui-resize",
        "event, rollcall-scrolled",
        "channel, click",
        "navigation, settings",
        "mSync, value",
        "unknown, click"
    })
    void whatAPageDoesByItselfDoesNot(String type, String name) {
        assertThat(Activity.isByAPerson(type, name)).isFalse();
    }
}
