package io.rollcall.directory;

import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What a statement asks of sessions {@code s}, in JPQL, with the values of its parameters. */
record Where(StringJoiner conditions, Map<String, Object> values) {

    Where() {
        this(new StringJoiner(" and ", " where ", "").setEmptyValue(""), new HashMap<>());
    }

    Where and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** If there is a value. */
    Where and(String condition, String name, @Nullable Object value) {
        return value == null ? this : and(condition).with(Map.of(name, value));
    }

    /** Values of parameters that stand elsewhere in the statement. */
    Where with(Map<String, ?> more) {
        values.putAll(more);
        return this;
    }
}
