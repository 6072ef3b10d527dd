package io.rollcall.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.benchmark.Database.Kind;
import io.rollcall.benchmark.Result.Verdict;
import io.rollcall.directory.SessionQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;

/** P7: scrolling on page by page far down a list, and jumping there by the scroll bar. */
final class Scrolling implements Benchmark {

    private static final SessionQuery NEWEST = SessionQuery.active();

    @Override
    public String id() {
        return "P7";
    }

    @Override
    public List<Result> run(Lab lab) throws Exception {
        var results = new ArrayList<Result>();
        for (var kind : Kind.values()) {
            var filled = lab.shared(kind, lab.scale().full(kind));
            var millis = measure(new Lists(filled), filled.size().active(), lab.scale());
            results.add(scrolling(kind, millis));
            results.add(jumping(kind, millis));
        }
        return results;
    }

    private static Map<String, Figures> measure(Lists lists, int rows, Scale scale) throws Exception {
        var last = rows - 2 * Lists.PAGE * scale.calls();
        var random = new Random(rows);
        assertThat(Lists.signIns(lists.part(NEWEST, last, Lists.PAGE))).isEqualTo(lists.plainPart(last, Lists.PAGE));
        var contestants = new LinkedHashMap<String, Callable<Double>>();
        contestants.put(
                "first page",
                () -> Figures.medianMillis(scale.calls(), turn -> lists.part(NEWEST, 0, Lists.PAGE + turn)));
        contestants.put("scrolling", () -> {
            var from = (int) (rows * 0.9) + random.nextInt(Math.max(1, last - (int) (rows * 0.9)));
            lists.part(NEWEST, from, Lists.PAGE);
            return Figures.medianMillis(
                    scale.calls(), turn -> lists.part(NEWEST, from + (turn + 1) * Lists.PAGE, Lists.PAGE));
        });
        contestants.put(
                "jump",
                () -> Figures.medianMillis(
                        scale.calls(), turn -> lists.part(NEWEST, random.nextInt(last), Lists.PAGE)));
        contestants.put(
                "offset",
                () -> Figures.medianMillis(
                        scale.calls(),
                        turn -> assertThat(lists.plainPart(random.nextInt(last), Lists.PAGE))
                                .hasSize(Lists.PAGE)));
        return Figures.interleaved(scale.rounds(), contestants);
    }

    private static Result scrolling(Kind kind, Map<String, Figures> millis) {
        var ours = millis.get("scrolling");
        var first = millis.get("first page");
        var ratio = ours.median() / first.median();
        return new Result(
                "P7",
                "scrolling on past row 90%, " + kind,
                Figures.text(ours.median()) + " ms",
                "page 1: " + Figures.text(first.median()) + " ms",
                Figures.times(ratio),
                "≤ 3×",
                "≤ 1.5×",
                Verdict.of(ratio <= 3, ratio <= 1.5),
                ours.spread("ms") + ", page 1 " + first.spread("ms"));
    }

    private static Result jumping(Kind kind, Map<String, Figures> millis) {
        var ours = millis.get("jump");
        var offset = millis.get("offset");
        var ratio = offset.median() / ours.median();
        return new Result(
                "P7",
                "jumping anywhere, " + kind,
                Figures.text(ours.median()) + " ms",
                "OFFSET: " + Figures.text(offset.median()) + " ms",
                Figures.times(ratio),
                "3×",
                "≤ 100 ms",
                Verdict.of(ratio >= 3, ours.median() <= 100),
                ours.spread("ms") + ", OFFSET " + offset.spread("ms"));
    }
}
