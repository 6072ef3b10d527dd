package io.rollcall.ui.list;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.ValueProvider;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A piece of a cell that the browser draws: Lit markup, the values that it binds and the functions that it calls. Values are
 * bound as text or as attributes, never as markup, so whatever a browser said of itself stays text.
 *
 * @param <T> what a row is of
 */
public record Fragment<T>(
        String markup, Map<String, ValueProvider<T, ?>> values, Map<String, SerializableConsumer<T>> functions) {

    public static <T> Fragment<T> of(String markup) {
        return new Fragment<>(markup, Map.of(), Map.of());
    }

    /** Pieces put together, each where the pattern has its {@code %s}. Values of the same name must be the same. */
    @SafeVarargs
    public static <T> Fragment<T> join(String pattern, Fragment<T>... parts) {
        var values = new HashMap<String, ValueProvider<T, ?>>();
        var functions = new HashMap<String, SerializableConsumer<T>>();
        for (var part : parts) {
            values.putAll(part.values);
            functions.putAll(part.functions);
        }
        return new Fragment<>(
                pattern.formatted(Arrays.stream(parts).map(Fragment::markup).toArray()), values, functions);
    }

    /** The same with a value that the markup reads as {@code item.name}. */
    public Fragment<T> with(String name, ValueProvider<T, ?> value) {
        var more = new HashMap<>(values);
        more.put(name, value);
        return new Fragment<>(markup, more, functions);
    }

    /** The same with a function that the markup calls by its name. */
    public Fragment<T> calling(String name, SerializableConsumer<T> function) {
        var more = new HashMap<>(functions);
        more.put(name, function);
        return new Fragment<>(markup, values, more);
    }

    /** The same markup is one text, on however many pages it is. */
    LitRenderer<T> renderer() {
        var renderer = LitRenderer.<T>of(markup.intern());
        values.forEach(renderer::withProperty);
        functions.forEach(renderer::withFunction);
        return renderer;
    }
}
