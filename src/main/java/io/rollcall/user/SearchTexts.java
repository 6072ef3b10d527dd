package io.rollcall.user;

import java.util.List;
import java.util.Optional;

/** Looks for a part, never empty, in the search texts of all users. Called within a transaction. */
sealed interface SearchTexts permits SearchTextsInMemory, SearchTextsByTrigram {

    /** The ids of all users whose text contains the part, or nothing when there are more than the limit. */
    Optional<List<Long>> find(String part, int limit);

    /** The ids of all users whose text contains the part, however many. */
    List<Long> findAll(String part);

    /** How many users' text contains the part. */
    int count(String part);

    /** About which part of all users' texts contains the part, from 0 to 1. */
    double share(String part);
}
