package io.rollcall.directory;

import io.rollcall.user.UserSearch.Matches;
import java.util.List;

/** Searches as a {@link io.rollcall.user.UserSearch} would answer them if it found too many to name. */
final class SearchedFor {

    private SearchedFor() {}

    static Matches many(String search) {
        return search.isEmpty() ? Matches.EVERYBODY : new Matches.Many(List.of(search));
    }
}
