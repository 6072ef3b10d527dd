package io.rollcall.container;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How much a page may say at once. Fields and properties hold a thousand characters at most: a name has 100, an email 254, a password
 * 128 code points, a search 200. An address may be longer, since a search in it is spelt with percent signs
 * ({@code docs/decisions/2026-11-28-slow-and-large.md}).
 */
enum RpcBounds {
    TOO_MANY,
    TOO_LONG,
    TOO_DEEP;

    static final int INVOCATIONS = 100;
    static final int TEXT = 1024;
    static final int ADDRESS = 4096;
    static final int VALUES = 2_000;
    private static final int DEPTH = 20;

    private static final Set<String> ADDRESSES = Set.of("location", "query", "route", "historyState");

    /** What is too much in it; nothing where all is within bounds, or where it is no message at all. */
    static Optional<RpcBounds> problemWith(JsonNode message) {
        var invocations = message.path("rpc");
        if (invocations.size() > INVOCATIONS) {
            return Optional.of(TOO_MANY);
        }
        return Optional.ofNullable(new Walk().problemWith(invocations, TEXT, 0));
    }

    /** Through all values of a message, as far as they are not too many. */
    private static final class Walk {

        private int values;

        private @Nullable RpcBounds problemWith(JsonNode node, int longest, int depth) {
            values++;
            if (depth > DEPTH || values > VALUES) {
                return TOO_DEEP;
            }
            if (node.isString()) {
                return node.stringValue().length() > longest ? TOO_LONG : null;
            }
            for (var property : node.properties()) {
                var allowed = ADDRESSES.contains(property.getKey()) ? ADDRESS : longest;
                var problem = property.getKey().length() > TEXT
                        ? TOO_LONG
                        : problemWith(property.getValue(), allowed, depth + 1);
                if (problem != null) {
                    return problem;
                }
            }
            if (node.isArray()) {
                for (var value : node) {
                    var problem = problemWith(value, longest, depth + 1);
                    if (problem != null) {
                        return problem;
                    }
                }
            }
            return null;
        }
    }
}
