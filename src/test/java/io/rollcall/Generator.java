package io.rollcall;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes up what a property is tried with, other things in each run, and odd ones more often than chance would. A try that
 * fails tells its seed; {@code -Drollcall.seed=…} tries that one alone.
 */
public final class Generator extends Random {

    private static final String SEED = "rollcall.seed";
    private static final int CODE_POINTS = Character.MAX_CODE_POINT + 1;

    private Object told = "";

    private Generator(long seed) {
        super(seed);
    }

    /** Makes up something and judges it. */
    public interface Trial {
        void run(Generator any) throws Exception;
    }

    public static void tries(int number, Trial trial) {
        var again = Long.getLong(SEED);
        if (again != null) {
            run(trial, again);
        } else {
            new Random().longs(number).forEach(seed -> run(trial, seed));
        }
    }

    private static void run(Trial trial, long seed) {
        var any = new Generator(seed);
        try {
            trial.run(any);
        } catch (Throwable e) {
            throw new AssertionError(
                    "Tried again by -D%s=%d: %s %s".formatted(SEED, seed, any.told, e.getMessage()), e);
        }
    }

    /** @return what is made up, which is told too when the try fails */
    public <T> T told(T made) {
        told = made;
        return made;
    }

    /** A number of any size, both ends included. */
    public long between(long least, long most) {
        var number = nextLong(least, most + 1);
        var bits = Long.SIZE - Long.numberOfLeadingZeros(Math.abs(number));
        return nextInt(20) == 0 ? most : Math.clamp(number >> nextInt(bits + 1), least, most);
    }

    /** A list of any length, also an empty one. */
    public <T> List<T> list(int longest, Supplier<T> element) {
        return Stream.generate(element).limit(nextInt(longest + 1)).toList();
    }

    @SafeVarargs
    public final <T> T pick(T... choices) {
        return choices[nextInt(choices.length)];
    }

    public <T> T pick(List<T> choices) {
        return choices.get(nextInt(choices.size()));
    }

    /** Of letters, of control characters, or of all that there is, halves of pairs included. */
    public String text(int longest) {
        var end = pick(0x80, 0x100, Character.MIN_SUPPLEMENTARY_CODE_POINT, CODE_POINTS);
        var text = new StringBuilder();
        IntStream.range(0, (int) between(0, longest)).forEach(i -> text.appendCodePoint(nextInt(end)));
        return text.substring(0, Math.min(text.length(), longest));
    }

    /** Of these characters. */
    public String textOf(String characters, int longest) {
        return String.join("", list(longest, () -> String.valueOf(characters.charAt(nextInt(characters.length())))));
    }
}
