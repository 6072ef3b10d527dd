package io.rollcall.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.benchmark.Database.Kind;
import io.rollcall.benchmark.Result.Verdict;
import io.rollcall.directory.SessionQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** P8: searching active sessions for a text that is there, and for one that is not: first page and count. */
final class Searching implements Benchmark {

    /** In no name and no email, see {@link io.rollcall.GeneratedOrganization}. */
    private static final char NOWHERE = 'ж';

    @Override
    public String id() {
        return "P8";
    }

    @Override
    public List<Result> run(Lab lab) throws Exception {
        var results = new ArrayList<Result>();
        for (var kind : Kind.values()) {
            var lists = new Lists(lab.shared(kind, lab.scale().full(kind)));
            for (var length : List.of(1, 2, 3, 6)) {
                results.add(result(lists, kind, length, true, lab.scale()));
                results.add(result(lists, kind, length, false, lab.scale()));
            }
        }
        return results;
    }

    private static Result result(Lists lists, Kind kind, int length, boolean hit, Scale scale) throws Exception {
        var texts = hit ? lists.partsOfNames(length) : nowhere(length);
        requireSameRows(lists, texts.removeFirst(), hit);
        var contestants = new LinkedHashMap<String, Callable<Double>>();
        contestants.put("ours", search(texts.iterator(), text -> {
            var query = SessionQuery.active().matching(text);
            lists.search(query, Lists.PAGE);
            lists.count(query);
        }));
        contestants.put("like", search(texts.iterator(), text -> {
            lists.plainSearch(text, Lists.PAGE);
            lists.plainCount(text);
        }));
        var millis = Figures.interleaved(scale.rounds(), contestants);
        var ours = millis.get("ours");
        var like = millis.get("like");
        var ratio = like.median() / ours.median();
        var goal = length >= 3 ? 100 : 10;
        return new Result(
                "P8",
                "search for %d characters, %s, %s".formatted(length, hit ? "hit" : "miss", kind),
                Figures.text(ours.median()) + " ms",
                "LIKE: " + Figures.text(like.median()) + " ms",
                Figures.times(ratio),
                "10×",
                goal + "×",
                Verdict.of(ratio >= 10, ratio >= goal),
                ours.spread("ms") + ", LIKE " + like.spread("ms"));
    }

    /** Every text once, so that nothing is known of it. */
    private static Callable<Double> search(Iterator<String> texts, Consumer<String> search) {
        return () -> Figures.medianMillis(2, turn -> search.accept(texts.next()));
    }

    /** A count of many is an estimate at first. */
    private static void requireSameRows(Lists lists, String text, boolean hit) {
        var query = SessionQuery.active().matching(text);
        var count = lists.plainCount(text);
        assertThat(count > 0).as(text).isEqualTo(hit);
        assertThat(Lists.signIns(lists.search(query, Lists.PAGE)))
                .as(text)
                .isEqualTo(lists.plainSearch(text, Lists.PAGE));
        await(text).atMost(Duration.ofMinutes(1)).until(() -> lists.count(query) == count);
    }

    private static List<String> nowhere(int length) {
        return new ArrayList<>(IntStream.range(0, 100)
                .mapToObj(i -> String.valueOf((char) (NOWHERE + i)).repeat(length))
                .toList());
    }
}
