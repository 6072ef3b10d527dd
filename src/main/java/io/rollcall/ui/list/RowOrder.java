package io.rollcall.ui.list;

import com.vaadin.flow.data.provider.SortDirection;
import java.util.Locale;

/**
 * An order in which a list's rows stand.
 *
 * @param column the name of the column by which they are sorted
 */
public record RowOrder(String column, SortDirection direction) {

    /** What a column holds: it decides what its orders are called, and which of them people want first. */
    public enum By {
        TEXT(SortDirection.ASCENDING),
        STATUS(SortDirection.ASCENDING),
        TIME(SortDirection.DESCENDING);

        private final SortDirection first;

        By(SortDirection first) {
            this.first = first;
        }

        /** The direction that the first click on a heading brings. */
        SortDirection first() {
            return first;
        }

        /** The key of the words for a direction. */
        String key(SortDirection direction) {
            return "list.order." + name().toLowerCase(Locale.ROOT) + "."
                    + direction.name().toLowerCase(Locale.ROOT);
        }
    }

    /** As addresses carry it: {@code created}, or {@code -created} for the latest first. */
    String inAddress() {
        return (direction == SortDirection.DESCENDING ? "-" : "") + column;
    }
}
