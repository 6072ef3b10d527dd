package io.rollcall.ui.list;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import io.rollcall.ui.parts.DottedLine;
import io.rollcall.ui.shell.Badge;
import io.rollcall.ui.shell.Initials;
import io.rollcall.user.User;
import java.time.Instant;
import java.util.function.Function;

/** The pieces of cells that lists of anything have. */
public final class Cells {

    private Cells() {}

    /** @param symbol its id in {@code icons.svg}, or what stands for that in the markup */
    public static String icon(String symbol) {
        return icon(symbol, "");
    }

    /** So with attributes of the element. */
    public static String icon(String symbol, String attributes) {
        return "<svg%s class=\"icon\" aria-hidden=\"true\"><use href=\"icons.svg#%s\"></use></svg>"
                .formatted(attributes, symbol);
    }

    public static <T> Fragment<T> initials(Function<T, User> user) {
        return Fragment.<T>of("<span class=\"initials ${item.tone}\" aria-hidden=\"true\">${item.initials}</span>")
                .with("tone", row -> Initials.tone(user.apply(row).id()))
                .with("initials", row -> Initials.of(user.apply(row).name()));
    }

    public static <T> Fragment<T> role(Function<T, User> user) {
        return badge(
                "role",
                row -> translate(Badge.key(user.apply(row).role())),
                row -> Badge.tone(user.apply(row).role()));
    }

    /** A badge with a text in a tone. */
    public static <T> Fragment<T> badge(String name, Function<T, String> text, Function<T, String> tone) {
        return Fragment.<T>of("<span class=\"badge ${item.%1$sTone}\">${item.%1$s}</span>".formatted(name))
                .with(name, text::apply)
                .with(name + "Tone", tone::apply);
    }

    /** A badge that only some rows have: those with a text. */
    public static <T> Fragment<T> mark(String name, Function<T, String> text) {
        return Fragment.<T>of(
                        "${item.%1$s ? html`<span class=\"badge success\">${item.%1$s}</span>` : ''}".formatted(name))
                .with(name, text::apply);
    }

    /** A word of the translations, which is the same in all rows. */
    public static <T> Fragment<T> word(String key) {
        return Fragment.of("<span>" + translate(key) + "</span>");
    }

    public static <T> Fragment<T> dotted(Fragment<T> first, Fragment<T> second) {
        return Fragment.join(DottedLine.MARKUP, first, second);
    }

    /** A moment that lies behind. */
    public static <T> Fragment<T> past(String name, Function<T, Instant> moment) {
        return time(" bound=\"past\"", name, moment);
    }

    /** A moment that is still to come, told with emphasis when it is near. */
    public static <T> Fragment<T> future(String name, Function<T, Instant> moment) {
        return time(" bound=\"future\"", name, moment);
    }

    /** A moment as a date, for where nothing is still to come. */
    public static <T> Fragment<T> date(String name, Function<T, Instant> moment) {
        return time(" date", name, moment);
    }

    private static <T> Fragment<T> time(String attribute, String name, Function<T, Instant> moment) {
        return Fragment.<T>of("<rollcall-time datetime=\"${item.%s}\"%s></rollcall-time>".formatted(name, attribute))
                .with(name, row -> moment.apply(row).toString());
    }
}
