package io.rollcall.session;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Sessions of hundreds or thousands of people, as the index of people's sessions tells them: newest or oldest sign-in first, also
 * those that are due and not labelled yet, which only their rows tell. Reading those as well would take ten times as long.
 */
@Repository
class PeoplesSessions {

    private final JdbcTemplate jdbc;

    PeoplesSessions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Public IDs in the list's order. The inner query has an end of its own, so that it is not walked in that order. */
    List<UUID> ids(Listing list, int skip, int limit) {
        var direction = list.query().ascending() ? " asc" : " desc";
        var where = new Where(list);
        return jdbc.query(
                "select id from (select s.id, s.created_at" + where.sql + " offset 0) s order by created_at" + direction
                        + ", id" + direction + " limit " + limit + " offset " + skip,
                (row, number) -> row.getObject(1, UUID.class),
                where.values());
    }

    int count(Listing list) {
        var where = new Where(list);
        return jdbc.query("select count(*)" + where.sql, (row, number) -> row.getInt(1), where.values())
                .getFirst();
    }

    private static final class Where {

        private final List<Object> values = new ArrayList<>();
        private String sql =
                " from unnest(?) people (user_id) join user_session s on s.user_id = people.user_id where s.active = ?";

        Where(Listing list) {
            var query = list.query();
            values.add(list.people().toArray(Long[]::new));
            values.add(query.isOfActive());
            if (list.isOfOneEnd()) {
                and("s.status = ?", query.statuses().iterator().next().name());
            }
            if (query.createdUntil() != null) {
                and("s.created_at <= ?", query.createdUntil().atOffset(ZoneOffset.UTC));
            }
        }

        private void and(String condition, Object value) {
            sql += " and " + condition;
            values.add(value);
        }

        Object[] values() {
            return values.toArray();
        }
    }
}
