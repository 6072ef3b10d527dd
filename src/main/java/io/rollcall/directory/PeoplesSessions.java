package io.rollcall.directory;

import io.rollcall.cluster.Database;
import io.rollcall.user.SessionId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Sessions of hundreds or thousands of people, as indexes tell them: also those that are due and not labelled yet, which only
 * their rows tell. Reading those as well would take several times as long: {@code docs/decisions/2026-11-25-search.md}.
 */
@Component
class PeoplesSessions {

    private final JdbcTemplate jdbc;
    private final boolean arePicked;

    PeoplesSessions(JdbcTemplate jdbc, Database database) {
        this.jdbc = jdbc;
        // H2 does not walk along a list's index and pick people's sessions there: it reads what each of them has.
        this.arePicked = database == Database.POSTGRESQL;
    }

    /** Whether thousands of people may be named, as a list is read and theirs are picked from it at next to no cost. */
    boolean arePicked() {
        return arePicked;
    }

    /**
     * Public IDs of a list of named people in its order, which is that of sign-in. The people stand in the statement itself, for
     * the database to choose by their number whether it reads what each has, or the list until it has met enough of theirs.
     */
    List<SessionId> ids(Listing list, int skip, int limit) {
        var direction = list.query().ascending() ? " asc" : " desc";
        var ids = list.people().stream().map(String::valueOf).collect(Collectors.joining(","));
        var people = arePicked ? " = any('{" + ids + "}'::bigint[])" : " in (" + ids + ")";
        var values = new ArrayList<>();
        return jdbc.query(
                "select s.id from user_session s where s.user_id" + people + rest(list, values)
                        + " order by s.created_at" + direction + ", s.id" + direction + " limit " + limit + " offset "
                        + skip,
                (row, number) -> new SessionId(row.getObject(1, UUID.class)),
                values.toArray());
    }

    /** How many sessions a list has of those people, of any number and whomever it names. */
    int count(Listing list, List<Long> people) {
        var values = new ArrayList<Object>();
        values.add(people.toArray(Long[]::new));
        return jdbc.query(
                        "select count(*) from unnest(?) people (user_id) join user_session s on s.user_id = people.user_id"
                                + " where true" + rest(list, values),
                        (row, number) -> row.getInt(1),
                        values.toArray())
                .getFirst();
    }

    /** What a list asks of its rows besides whose they are; the values are added to those. */
    private static String rest(Listing list, List<Object> values) {
        var query = list.query();
        var rest = " and s.active = " + query.isOfActive();
        if (list.isOfOneEnd()) {
            rest += " and s.status = ?";
            values.add(query.statuses().iterator().next().name());
        }
        if (query.createdUntil() != null) {
            rest += " and s.created_at <= ?";
            values.add(query.createdUntil().atOffset(ZoneOffset.UTC));
        }
        return rest;
    }
}
