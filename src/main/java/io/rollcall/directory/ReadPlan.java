package io.rollcall.directory;

import io.rollcall.directory.KnownPlaces.Landmark;
import io.rollcall.directory.SessionOrder.Place;

/** How a page of a list is read, a page being so many rows from an offset on. {@link ListPlanner} chooses, {@link ListReader} reads. */
sealed interface ReadPlan {

    /** No row: the list has none, or none that far. */
    record Nothing() implements ReadPlan {}

    /** All rows of few people are found by whose they are, and sorted. */
    record SortedFew(Listing list, int offset, int limit) implements ReadPlan {}

    /**
     * Rows of hundreds or thousands of people are picked by an index that knows whose they are and their order. It does not know which
     * are due: these keep their places, so that a page may begin as many rows early, until they are labelled.
     */
    record PickedByIndex(Listing list, int offset, int limit) implements ReadPlan {}

    /** Along the index from the list's beginning. */
    record FromStart(Listing list, int offset, int limit) implements ReadPlan {}

    /** Backwards along the index from the list's end, passing the rows behind the page. */
    record FromEnd(Listing list, int offset, int behind, int limit) implements ReadPlan {}

    /** Along the index from the row that is known to stand first on the page. */
    record Keyset(Listing list, Place first, int offset, int limit) implements ReadPlan {}

    /** Backwards along the index from the row that is known to come after the page. */
    record KeysetBackwards(Listing list, Place after, int offset, int limit) implements ReadPlan {}

    /** Along the index from the landmark before the page, passing the rows between them. */
    record Seek(Listing list, Landmark landmark, int offset, int limit) implements ReadPlan {}

    /** The end of one list, and the beginning of the next for what is missing then. */
    record OneAfterAnother(ReadPlan end, ReadPlan beginning, int limit) implements ReadPlan {}

    /** Which rows a page has. */
    enum Exactness {
        /** Those that stand at its offset, whatever came or went since somebody read the list. */
        EXACT,
        /** Those, if the list is as long as it is said to be. */
        BY_LENGTH,
        /** Those that stand beside rows which were read before, whatever offset that has become. */
        BY_PLACE
    }

    /** Of the list that it reads; where history is sorted by states, the next begins by the length of the one before. */
    default Exactness exactness() {
        return switch (this) {
            case Nothing plan -> Exactness.EXACT;
            case SortedFew plan -> Exactness.EXACT;
            case PickedByIndex plan -> Exactness.EXACT;
            case FromStart plan -> Exactness.EXACT;
            case FromEnd plan -> Exactness.BY_LENGTH;
            case Keyset plan -> Exactness.BY_PLACE;
            case KeysetBackwards plan -> Exactness.BY_PLACE;
            case Seek plan -> Exactness.BY_PLACE;
            case OneAfterAnother plan -> plan.end.exactness();
        };
    }

    /**
     * How many rows it passes or reads at most, besides those that are due and those after a held list. Few people may have all that
     * there are, though far less is expected; of what an index picks, only the page's rows are read. A list of one kind of end that
     * is sorted by something else also passes the other kind.
     */
    default int mostRows() {
        return switch (this) {
            case Nothing plan -> 0;
            case SortedFew plan -> plan.list.rows();
            case PickedByIndex plan -> plan.list.rows();
            case FromStart plan -> plan.list.mostPassed(plan.offset + plan.limit + 1);
            case FromEnd plan -> plan.list.mostPassed(plan.behind + plan.limit);
            case Keyset plan -> plan.list.mostPassed(plan.limit + 1);
            case KeysetBackwards plan -> plan.list.mostPassed(plan.limit);
            case Seek plan -> plan.list.mostPassed(plan.offset - plan.landmark.offset() + plan.limit + 1);
            case OneAfterAnother plan -> plan.end.mostRows() + plan.beginning.mostRows();
        };
    }
}
