package io.rollcall.benchmark;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;

/** What came out of several rounds. */
record Figures(double[] sorted) {

    Figures {
        sorted = sorted.clone();
        Arrays.sort(sorted);
    }

    static <T> Figures of(Collection<T> rounds, ToDoubleFunction<T> figure) {
        return new Figures(rounds.stream().mapToDouble(figure).toArray());
    }

    /** Lets contestants take turns, after every one has run once, unmeasured. */
    static <K> Map<K, Figures> interleaved(int rounds, Map<K, Callable<Double>> contestants) throws Exception {
        for (var contestant : contestants.values()) {
            contestant.call();
        }
        return inTurn(rounds, contestants);
    }

    /** Lets contestants take turns, A/B/B/A/A/B, so that none always comes after the same one, and answers with the figures of each. */
    static <K> Map<K, Figures> inTurn(int rounds, Map<K, Callable<Double>> contestants) throws Exception {
        var figures = new LinkedHashMap<K, double[]>();
        contestants.keySet().forEach(contestant -> figures.put(contestant, new double[rounds]));
        var turns = List.copyOf(contestants.entrySet());
        for (var round = 0; round < rounds; round++) {
            for (var contestant : turns) {
                figures.get(contestant.getKey())[round] = contestant.getValue().call();
            }
            turns = turns.reversed();
        }
        var results = new LinkedHashMap<K, Figures>();
        figures.forEach((contestant, values) -> results.put(contestant, new Figures(values)));
        return results;
    }

    /** The median of how long a piece of work takes, in milliseconds; it is told the number of the turn. */
    static double medianMillis(int times, IntConsumer work) {
        var took = new double[times];
        for (var i = 0; i < times; i++) {
            var start = System.nanoTime();
            work.accept(i);
            took[i] = (System.nanoTime() - start) / 1e6;
        }
        return new Figures(took).median();
    }

    double median() {
        return sorted[sorted.length / 2];
    }

    /** What this part of them does not exceed. */
    double atMost(double part) {
        return sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
    }

    double min() {
        return sorted[0];
    }

    double max() {
        return sorted[sorted.length - 1];
    }

    /** The median and, in brackets, the least and the most. */
    String spread(String unit) {
        return "%s %s (%s–%s)".formatted(text(median()), unit, text(min()), text(max()));
    }

    /** A figure with as many digits as mean something. */
    static String text(double value) {
        var digits = value >= 100 || value == 0 ? 0 : value >= 10 ? 1 : value >= 0.1 ? 2 : 5;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    static String times(double ratio) {
        return Double.isInfinite(ratio) ? "∞" : text(ratio) + "×";
    }
}
