package io.rollcall.directory;

import io.rollcall.user.UserSearch.Matches;
import jakarta.persistence.Query;
import java.util.ArrayList;
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
        return !query.search().isBlank();
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

    /** The rows that an index can tell. */
    private List<String> conditions() {
        var conditions = new ArrayList<String>();
        conditions.add(query.isOfActive() ? "s.active = true" : "s.active = false");
        if (isOfOneEnd()) {
            conditions.add("s.status = :status");
        }
        if (query.ofUser() != null) {
            conditions.add("s.userId = :user");
        }
        if (query.createdUntil() != null) {
            conditions.add("s.createdAt <= :until");
        }
        switch (found) {
            case Matches.Few few -> conditions.add("s.userId in :users");
            case Matches.Many(var part) -> {
                if (!part.isEmpty()) {
                    conditions.add("locate(:part, s.user.searchText) > 0");
                }
            }
        }
        return conditions;
    }

    /** All its rows but those that are due and not labelled yet. */
    String where(Moment now) {
        var conditions = conditions();
        if (query.isOfActive()) {
            conditions.add(now.notDue());
        }
        return " where " + String.join(" and ", conditions);
    }

    /** All its rows, also those that are due: an index alone tells them. */
    String whereDueOrNot() {
        return " where " + String.join(" and ", conditions());
    }

    void bind(Query statement) {
        if (isOfOneEnd()) {
            statement.setParameter("status", query.statuses().iterator().next());
        }
        if (query.ofUser() != null) {
            statement.setParameter("user", query.ofUser());
        }
        if (query.createdUntil() != null) {
            statement.setParameter("until", query.createdUntil());
        }
        switch (found) {
            case Matches.Few(var ids) -> statement.setParameter("users", ids);
            case Matches.Many(var part) -> {
                if (!part.isEmpty()) {
                    statement.setParameter("part", part);
                }
            }
        }
    }

    void bind(Query statement, Moment now) {
        bind(statement);
        if (query.isOfActive()) {
            now.bind(statement);
        }
    }

    boolean isOfOneEnd() {
        return !query.isOfActive() && query.statuses().size() == 1;
    }
}
