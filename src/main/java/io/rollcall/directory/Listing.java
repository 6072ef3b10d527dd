package io.rollcall.directory;

import io.rollcall.directory.SessionQuery.Sort;
import io.rollcall.user.UserSearch.Matches;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A list as it is read: which rows it has and in which order.
 *
 * @param found whom the query's search finds
 */
record Listing(SessionQuery query, Matches found, SessionOrder order) {

    /** Of how many people all sessions are read as rows, to be sorted and counted exactly, in however long a list. */
    static final int FEW = 100;

    /** Whether its rows are read and sorted, being those of few people or having one before all others, instead of walked along. */
    boolean isOfFew() {
        return query.ofUser() != null || query.first() != null || found instanceof Matches.Few;
    }

    /**
     * Whether it is of hundreds of people, so that the index of people's sessions is asked for its rows and their order, and the
     * rows only for which of them are due.
     */
    boolean isOfSome() {
        return isToldByPeople(query) && people().size() > FEW;
    }

    /** Whether that index would tell a list, if few enough people were found. */
    static boolean isToldByPeople(SessionQuery query) {
        return query.sort() == Sort.CREATED
                && query.ofUser() == null
                && query.first() == null
                && (query.isOfActive() || query.statuses().size() > 1);
    }

    /** Whom it names; nobody when everybody or many are meant. */
    List<Long> people() {
        return found instanceof Matches.Few(var ids) ? ids : List.of();
    }

    boolean isOfNobody() {
        return found instanceof Matches.Few(var ids) && ids.isEmpty();
    }

    Listing reversed() {
        return new Listing(query, found, order.reversed());
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
    String where() {
        var conditions = conditions();
        if (query.isOfActive()) {
            conditions.add("s.expiresAt > :now");
        }
        return " where " + String.join(" and ", conditions);
    }

    /** All its rows, also those that are due, which nobody has to be asked about but an index. */
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

    void bind(Query statement, Instant now) {
        bind(statement);
        if (query.isOfActive()) {
            statement.setParameter("now", now);
        }
    }

    boolean isOfOneEnd() {
        return !query.isOfActive() && query.statuses().size() == 1;
    }
}
