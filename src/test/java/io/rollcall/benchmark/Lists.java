package io.rollcall.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.directory.SessionQuery;
import io.rollcall.directory.UnsharedLists;
import io.rollcall.session.UserSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Lists as the screens ask for them, and the same by SQL as one would write it without a thought. */
final class Lists {

    static final int PAGE = 50;

    private static final String ROWS = "select s.*, u.name, u.email, u.role from user_session s"
            + " join app_user u on u.id = s.user_id where s.active and s.expires_at > current_timestamp";
    private static final String COUNT = "select count(*) from user_session s"
            + " join app_user u on u.id = s.user_id where s.active and s.expires_at > current_timestamp";
    private static final String SEARCH = " and (lower(u.name) like ? escape '!' or lower(u.email) like ? escape '!')";
    private static final String ORDER = " order by s.active desc, s.created_at desc, s.id desc limit ? offset ?";

    private final Installation installation;
    private final UnsharedLists lists;

    Lists(Lab.Filled filled) {
        installation = filled.installation();
        lists = new UnsharedLists(installation.context());
    }

    /** A part of the list; there have to be so many rows. */
    List<UserSession> part(SessionQuery query, int offset, int limit) {
        var rows = lists.list(query, offset, limit);
        assertThat(rows).hasSize(limit);
        return rows;
    }

    List<UserSession> search(SessionQuery query, int limit) {
        return lists.list(query, 0, limit);
    }

    int count(SessionQuery query) {
        return lists.count(query);
    }

    /** Sign-ins of active sessions, newest first. */
    List<Instant> plainPart(int offset, int limit) {
        return installation.jdbc().query(ROWS + ORDER, (row, number) -> created(row), limit, offset);
    }

    List<Instant> plainSearch(String text, int limit) {
        return installation
                .jdbc()
                .query(ROWS + SEARCH + ORDER, (row, number) -> created(row), pattern(text), pattern(text), limit, 0);
    }

    int plainCount(String text) {
        return installation.jdbc().queryForObject(COUNT + SEARCH, Integer.class, pattern(text), pattern(text));
    }

    /** Parts of people's names that so many characters have, in no order. */
    List<String> partsOfNames(int length) {
        var parts = installation
                .jdbc()
                .queryForList(
                        "select distinct lower(substring(name, 2 + cast(mod(id, 3) as int), ?)) from app_user",
                        String.class,
                        length)
                .stream()
                .filter(part -> part.length() == length && part.equals(part.strip()))
                .sorted()
                .collect(Collectors.toList());
        Collections.shuffle(parts, new Random(length));
        return parts;
    }

    static List<Instant> signIns(List<UserSession> rows) {
        return rows.stream().map(UserSession::createdAt).toList();
    }

    private static Instant created(ResultSet row) throws SQLException {
        return row.getObject("created_at", OffsetDateTime.class).toInstant();
    }

    private static String pattern(String text) {
        return "%" + text.replaceAll("[%_!]", "!$0") + "%";
    }
}
