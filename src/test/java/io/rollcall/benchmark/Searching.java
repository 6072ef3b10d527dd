package io.rollcall.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.benchmark.Database.Kind;
import io.rollcall.benchmark.Result.Verdict;
import io.rollcall.session.SessionQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** P8: searching active sessions by texts of one, two, three and six characters that are there or not. */
final class Searching implements Benchmark {

    /** See {@link io.rollcall.GeneratedOrganization}: everywhere, and nowhere. */
    private static final Map<Integer, List<String>> HITS = Map.of(
            1, List.of("a", "r", "o"),
            2, List.of("ka", "be", "jü"),
            3, List.of("han", "bel", "zan"));

    private static final Map<Integer, List<String>> MISSES = Map.of(
            1, List.of("q", "%", "ж"),
            2, List.of("qu", "_x", "жа"),
            3, List.of("qui", "x%a", "ban!"),
            6, List.of("quixot", "xxxxxx", "hanqqq"));

    @Override
    public String id() {
        return "P8";
    }

    @Override
    public List<Result> run(Lab lab) throws Exception {
        var results = new ArrayList<Result>();
        for (var kind : Kind.values()) {
            var filled = lab.shared(kind, lab.scale().full(kind));
            var lists = new Lists(filled);
            for (var length : List.of(1, 2, 3, 6)) {
                var hits = HITS.containsKey(length)
                        ? HITS.get(length)
                        : endsOfNames(lists, filled.size().active());
                results.add(result(lists, kind, length, "hit", hits, lab.scale()));
                results.add(result(lists, kind, length, "miss", MISSES.get(length), lab.scale()));
            }
        }
        return results;
    }

    /** The last six characters of a few people's names. */
    private static List<String> endsOfNames(Lists lists, int rows) {
        return Stream.of(rows / 4, rows / 2, rows * 3 / 4)
                .map(row -> lists.part(SessionQuery.active(), row, 1)
                        .getFirst()
                        .user()
                        .name())
                .map(name -> name.substring(name.length() - 6).toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Result result(Lists lists, Kind kind, int length, String what, List<String> texts, Scale scale)
            throws Exception {
        for (var text : texts) {
            var query = SessionQuery.active().matching(text);
            assertThat(lists.count(query)).as(text).isEqualTo(lists.plainCount(text));
            assertThat(lists.count(query) > 0).as(text).isEqualTo(what.equals("hit"));
            assertThat(Lists.signIns(lists.search(query, Lists.PAGE)))
                    .as(text)
                    .isEqualTo(lists.plainSearch(text, Lists.PAGE));
        }
        var contestants = new LinkedHashMap<String, Callable<Double>>();
        contestants.put(
                "ours",
                () -> Figures.medianMillis(texts.size(), turn -> {
                    var query = SessionQuery.active().matching(texts.get(turn));
                    lists.search(query, Lists.PAGE);
                    lists.count(query);
                }));
        contestants.put(
                "like",
                () -> Figures.medianMillis(texts.size(), turn -> {
                    lists.plainSearch(texts.get(turn), Lists.PAGE);
                    lists.plainCount(texts.get(turn));
                }));
        var millis = Figures.interleaved(scale.rounds(), contestants);
        var ratio = millis.get("like").median() / millis.get("ours").median();
        return new Result(
                "P8",
                "search for %d characters, %s, %s".formatted(length, what, kind),
                Figures.text(millis.get("ours").median()) + " ms",
                "LIKE: " + Figures.text(millis.get("like").median()) + " ms",
                Figures.times(ratio),
                "10×",
                length >= 3 ? "100×" : "10×",
                Verdict.of(ratio >= 10, ratio >= (length >= 3 ? 100 : 10)),
                millis.get("ours").spread("ms") + ", LIKE " + millis.get("like").spread("ms"));
    }
}
