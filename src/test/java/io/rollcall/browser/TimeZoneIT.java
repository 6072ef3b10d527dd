package io.rollcall.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times as browsers tell them. */
@Tag("S29")
class TimeZoneIT {

    /** What pages tell of moments, when the server's clock says so. */
    private static final String TELL = """
            ({now, moments, name, value}) => {
                window.rollcall.startTime(Date.parse(now), 'en', 'just now');
                return moments.map(moment => {
                    const time = document.createElement('rollcall-time');
                    time.setAttribute(name, value);
                    time.setAttribute('datetime', moment);
                    document.body.append(time);
                    const told = [time.title, time.textContent];
                    time.remove();
                    return told;
                });
            }""";

    private static final Duration STEP = Duration.ofMinutes(10);

    @RegisterExtension
    final People people = new People();

    @ParameterizedTest
    @CsvSource({
        "Europe/London, 2026-03-29T00:30:00Z",
        "Europe/London, 2026-10-25T00:30:00Z",
        "America/New_York, 2026-03-08T06:30:00Z",
        "America/New_York, 2026-11-01T05:30:00Z",
        "Australia/Lord_Howe, 2026-04-04T14:30:00Z" // by half an hour
    })
    void expiresGrowsEvenlyWhileTheClocksChange(ZoneId zone, Instant now) {
        var person = people.arriveAt(Office.server(), browser -> browser.setTimezoneId(zone.getId()));
        person.open("/login");
        var moments = IntStream.rangeClosed(1, 12)
                .mapToObj(step -> now.plus(STEP.multipliedBy(step)).plusSeconds(20))
                .toList();

        var told = tell(person, "bound", "future", now, moments);

        for (var step = 1; step <= moments.size(); step++) {
            var exact = told.get(step - 1).getFirst();
            assertThat(exact).contains(local(moments.get(step - 1), zone));
            assertThat(told.get(step - 1).getLast()).isEqualTo(inWords(STEP.multipliedBy(step)));
        }
        assertThat(told.stream().map(List::getFirst)).as("each is told apart").doesNotHaveDuplicates();
    }

    @Test
    void relativeTimesAreRounded() {
        var person = people.arriveAt(Office.server());
        person.open("/login");

        assertThat(told(person, "future", "P14D", "PT335H59M59S", "PT59M59S", "PT59M35S", "PT59M25S"))
                .containsExactly("in 14 days", "in 14 days", "in 1 hour", "in 1 hour", "in 59 minutes");
        assertThat(told(person, "future", "PT59.9S", "PT31S", "-PT5S"))
                .containsExactly("in 1 minute", "in 31 seconds", "now");
        assertThat(told(person, "past", "PT3S", "-PT0.2S", "-PT40S", "-PT50S", "-PT3M40S", "-PT23H40M"))
                .containsExactly("just now", "just now", "just now", "1 minute ago", "4 minutes ago", "1 day ago");
    }

    @Test
    void ofWhatHasEndedTheDateIsTold() {
        var person = people.arriveAt(
                Office.server(),
                browser -> browser.setTimezoneId("Asia/Kathmandu").setLocale("en-GB"));
        person.open("/login");
        var moment = Instant.parse("2026-11-28T08:18:30Z");

        var told = tell(person, "date", "", moment.plusSeconds(60), List.of(moment))
                .getFirst();

        assertThat(told.getLast()).isEqualToNormalizingUnicode("28\u00a0Nov\u00a02026, 14:03");
        assertThat(told.getFirst()).contains("14:03:30");
    }

    @Test
    void aSessionsTimesAreTheServersInstantsInTheBrowsersZone() {
        var zone = ZoneId.of("Asia/Kathmandu"); // not by whole hours
        var person = people.arriveAt(Office.server(), browser -> browser.setTimezoneId(zone.getId()));
        person.signIn(Office.USER, Office.PASSWORD);
        person.open("/settings/my-sessions");

        var shown = new SessionsTable(person.page()).session(person.sessionId());
        assertThat(shown).isVisible();
        var lastActive = person.page()
                .locator("vaadin-grid-cell-content rollcall-time[bound='past']")
                .first();
        assertThat(lastActive).hasAttribute("title", Pattern.compile(".*GMT\\+5:45.*"));
        var moment = Instant.parse(lastActive.getAttribute("datetime"));
        assertThat(lastActive.getAttribute("title")).contains(local(moment, zone));
    }

    private static List<String> told(Person person, String bound, String... distances) {
        var now = Instant.parse("2026-11-28T12:00:00Z");
        var moments = Stream.of(distances).map(Duration::parse).map(now::plus).toList();
        return tell(person, "bound", bound, now, moments).stream()
                .map(List::getLast)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<List<String>> tell(
            Person person, String attribute, String value, Instant now, List<Instant> moments) {
        var texts = moments.stream().map(Instant::toString).toList();
        return (List<List<String>>) person.page()
                .evaluate(TELL, Map.of("now", now.toString(), "moments", texts, "name", attribute, "value", value));
    }

    private static String local(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
                .withZone(zone)
                .format(moment);
    }

    private static String inWords(Duration ahead) {
        var hours = ahead.plusMinutes(30).toHours();
        return ahead.toHours() == 0
                ? "in " + ahead.toMinutes() + " minutes"
                : hours == 1 ? "in 1 hour" : "in " + hours + " hours";
    }
}
