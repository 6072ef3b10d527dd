package io.rollcall.user;

import java.util.List;

/** Looks for a part, never empty, in the search texts of all users. Called within a transaction. */
sealed interface SearchTexts permits SearchTextsInMemory, SearchTextsInTable {

    /** The ids of users whose text contains the part: all of them or, when there are more, as many as the limit. */
    List<Long> find(String part, int limit);

    /** How many users' text contains the part. */
    int count(String part);
}
