package io.rollcall.user;

import io.rollcall.cluster.ChangeLog;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The search texts of all users in memory, about 100 bytes each: scanning them takes a fifth of the time that a database takes
 * for a {@code like} that no index answers. They are read by the first search; whoever changed since the last one is read again
 * by the next. There is always a word. Called within a transaction.
 */
class SearchTexts {

    private record Text(long id, String text) {}

    /** Whom words were found to be in. A list asks for its rows and for their number, so it is kept until the next one. */
    private record Found(List<Text> texts, List<String> words, List<Long> ids) {}

    final JdbcTemplate jdbc;
    private final ReentrantLock reading = new ReentrantLock();
    private final Set<Long> changed = ConcurrentHashMap.newKeySet();
    private volatile boolean allChanged = true;
    private List<Text> texts = List.of();
    private volatile Found last = new Found(texts, List.of(), List.of());

    SearchTexts(JdbcTemplate jdbc, ChangeLog changes) {
        this.jdbc = jdbc;
        changes.subscribe(
                CurrentUsers.Stale.class, stale -> changed.add(stale.userId().value()));
        changes.subscribe(UserImport.Added.class, any -> allChanged = true);
    }

    /** The ids of all users whose text contains the words, or nothing when there are more than the limit. */
    Optional<List<Long>> find(List<String> words, int limit) {
        return Optional.of(findAll(words)).filter(ids -> ids.size() <= limit);
    }

    /** The ids of all users whose text contains the words, however many. */
    List<Long> findAll(List<String> words) {
        return containing(words).ids;
    }

    /** How many users' text contains the words. */
    int count(List<String> words) {
        return containing(words).ids.size();
    }

    /** About which part of all users' texts contains the words, from 0 to 1. */
    double share(List<String> words) {
        var found = containing(words);
        return found.texts.isEmpty() ? 0 : (double) found.ids.size() / found.texts.size();
    }

    @SuppressWarnings("ReferenceEquality") // whether it is still that list
    private Found containing(List<String> words) {
        var all = current();
        var known = last;
        if (known.texts == all && known.words.equals(words)) {
            return known;
        }
        var left = all.stream();
        for (var word : words) {
            left = left.filter(text -> text.text.contains(word));
        }
        var found = new Found(all, words, left.map(Text::id).toList());
        last = found;
        return found;
    }

    /** Marks are taken off before the rows are read, so that a change during the reading is seen by the next search. */
    private List<Text> current() {
        reading.lock();
        try {
            if (allChanged) {
                allChanged = false;
                changed.clear();
                texts = readAll();
            } else if (!changed.isEmpty()) {
                var again = Set.copyOf(changed);
                changed.removeAll(again);
                texts = replaced(again);
            }
            return texts;
        } catch (RuntimeException unread) {
            allChanged = true;
            throw unread;
        } finally {
            reading.unlock();
        }
    }

    private List<Text> replaced(Set<Long> ids) {
        var others = texts.stream().filter(text -> !ids.contains(text.id));
        return Stream.concat(others, read(ids).stream()).toList();
    }

    private List<Text> readAll() {
        return jdbc.query(
                "select id, search_text from app_user", (row, n) -> new Text(row.getLong(1), row.getString(2)));
    }

    private List<Text> read(Set<Long> ids) {
        return jdbc.query(
                "select id, search_text from app_user where id = any(?)",
                statement -> statement.setObject(1, ids.toArray(Long[]::new)),
                (row, n) -> new Text(row.getLong(1), row.getString(2)));
    }
}
