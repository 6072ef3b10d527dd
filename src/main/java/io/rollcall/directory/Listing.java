package io.rollcall.directory;

import io.rollcall.user.UserSearch.Matches;
import java.util.List;

/**
 * A list as it is read: which rows it has and in which order.
 *
 * @param found whom the query's search finds
 * @param rows about how many sessions there are in the query's states, whoever's they are
 */
record Listing(SessionQuery query, Matches found, SessionOrder order, int rows) {

    /** Whom it names; nobody when everybody or many are meant. */
    List<Long> people() {
        return found instanceof Matches.Few(var ids) ? ids : List.of();
    }

    boolean isSearched() {
        return !found.equals(Matches.EVERYBODY);
    }

    /** How many rows a walk along its index passes at most for so many of its own: a search also passes what it does not find. */
    int mostPassed(int own) {
        return isSearched() ? rows : own;
    }

    /** The list with those whom a held one leaves out. */
    Listing whole() {
        return new Listing(query.createdUntil(null), found, order, rows);
    }

    Listing reversed() {
        return new Listing(query, found, order.reversed(), rows);
    }

    /** All its rows but those that are due and not labelled yet. */
    Where where(Moment now) {
        var where = whereDueOrNot();
        return query.isOfActive() ? where.and(now.notDue()).with(now.values()) : where;
    }

    /** All its rows, also those that are due: an index alone tells them. */
    Where whereDueOrNot() {
        var user = query.ofUser();
        var where = new Where()
                .and("s.active = " + query.isOfActive())
                .and(
                        "s.status = :status",
                        "status",
                        isOfOneEnd() ? query.statuses().iterator().next() : null)
                .and("s.userId = :user", "user", user == null ? null : user.value())
                .and("s.createdAt <= :until", "until", query.createdUntil());
        return switch (found) {
            case Matches.Few(var ids) -> where.and("s.userId in :users", "users", ids);
            case Matches.Many(var words) -> contains(words, where);
        };
    }

    private static Where contains(List<String> words, Where where) {
        for (var i = 0; i < words.size(); i++) {
            where.and("locate(:word" + i + ", s.user.searchText) > 0", "word" + i, words.get(i));
        }
        return where;
    }

    boolean isOfOneEnd() {
        return !query.isOfActive() && query.statuses().size() == 1;
    }
}
