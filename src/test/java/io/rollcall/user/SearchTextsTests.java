package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.rollcall.cluster.ChangeLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.mockito.stubbing.Answer;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.RowMapper;

/** Where people are looked for, without a database: when memory is read anew, and when PostgreSQL's index is asked instead. */
class SearchTextsTests {

    private final Map<Long, String> table = new TreeMap<>();
    private final JdbcTemplate jdbc = mock(JdbcTemplate.class);
    private final Map<Class<?>, List<Consumer<Object>>> listeners = new HashMap<>();
    private SearchTexts memory;

    private final ChangeLog changes = new ChangeLog() {
        @Override
        public void publish(Object change) {
            listeners.get(change.getClass()).forEach(listener -> listener.accept(change));
        }

        @Override
        public <T> void subscribe(Class<T> type, Consumer<? super T> listener) {
            listeners.computeIfAbsent(type, any -> new ArrayList<>()).add(change -> listener.accept(type.cast(change)));
        }
    };

    @BeforeEach
    void aTable() {
        table.put(1L, "ada\nada@example.com");
        table.put(2L, "bea\nbea@example.com");
        table.put(3L, "ada b\nb@example.com");
        when(jdbc.query(eq("select id, search_text from app_user"), any(RowMapper.class)))
                .thenAnswer(call -> mapped(List.copyOf(table.keySet()), call.getArgument(1)));
        when(jdbc.query(anyString(), any(PreparedStatementSetter.class), any(RowMapper.class)))
                .thenAnswer(readSome());
        memory = new SearchTexts(jdbc, changes);
    }

    @Test
    void whomAPartIsInIsFoundCountedAndWeighed() {
        assertThat(memory.find(List.of("ada"), 5)).contains(List.of(1L, 3L));
        assertThat(memory.find(List.of("ada"), 2)).contains(List.of(1L, 3L));
        assertThat(memory.find(List.of("ada"), 1)).isEmpty();
        assertThat(memory.findAll(List.of("ada"))).containsExactly(1L, 3L);
        assertThat(memory.count(List.of("ada"))).isEqualTo(2);
        assertThat(memory.share(List.of("ada"))).isEqualTo(2 / 3.0);
        assertThat(memory.share(List.of("zoe"))).isZero();
        assertThat(memory.findAll(List.of("ada", "b"))).containsExactly(3L);
        assertThat(memory.count(List.of("ada", "zoe"))).isZero();
    }

    @Test
    void ofNobodyNobodyIsAPart() {
        table.clear();
        assertThat(memory.share(List.of("ada"))).isZero();
        assertThat(memory.count(List.of("ada"))).isZero();
    }

    @Test
    void theTableIsReadOnceWhileNothingChanges() {
        memory.count(List.of("ada"));
        memory.count(List.of("bea"));
        memory.findAll(List.of("ada"));
        verify(jdbc, times(1)).query(anyString(), any(RowMapper.class));
        verify(jdbc, never()).query(anyString(), any(PreparedStatementSetter.class), any(RowMapper.class));
    }

    @Test
    void whoChangedIsReadAgainAndNobodyElse() {
        memory.count(List.of("ada"));
        table.put(2L, "ada too\nbea@example.com");
        table.put(1L, "unheard of\nada@example.com");
        assertThat(memory.count(List.of("ada"))).as("nobody said so").isEqualTo(2);

        changes.publish(new CurrentUsers.Stale(new UserId(2)));

        assertThat(memory.find(List.of("ada too"), 5)).contains(List.of(2L));
        assertThat(memory.count(List.of("unheard"))).isZero();
        assertThat(memory.count(List.of("bea@"))).isEqualTo(1);
        memory.count(List.of("x"));
        verify(jdbc, times(1)).query(anyString(), any(PreparedStatementSetter.class), any(RowMapper.class));
    }

    @Test
    void whoWasAddedOneByOneIsFound() {
        memory.count(List.of("ada"));
        table.put(4L, "ada the fourth\nfour@example.com");
        changes.publish(new CurrentUsers.Stale(new UserId(4)));
        assertThat(memory.findAll(List.of("ada"))).containsExactlyInAnyOrder(1L, 3L, 4L);
    }

    @Test
    void afterAnImportEverybodyIsReadAgain() {
        memory.count(List.of("ada"));
        table.put(5L, "ada five\nfive@example.com");
        changes.publish(new CurrentUsers.Stale(new UserId(1)));
        changes.publish(new UserImport.Added());
        assertThat(memory.count(List.of("ada"))).isEqualTo(3);
        memory.count(List.of("b"));
        verify(jdbc, times(2)).query(anyString(), any(RowMapper.class));
        verify(jdbc, never()).query(anyString(), any(PreparedStatementSetter.class), any(RowMapper.class));
    }

    @Test
    void whatCouldNotBeReadIsReadWithTheNextSearch() {
        memory.count(List.of("ada"));
        table.put(2L, "ada too\nbea@example.com");
        changes.publish(new CurrentUsers.Stale(new UserId(2)));
        when(jdbc.query(anyString(), any(PreparedStatementSetter.class), any(RowMapper.class)))
                .thenThrow(new IllegalStateException("away"));
        assertThatIllegalStateException().isThrownBy(() -> memory.count(List.of("ada")));
        assertThat(memory.count(List.of("ada"))).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ad", "ab", "é", "..@..", "a1.b2"})
    void theIndexIsNotAskedForWhatHasNoThreeLettersInARow(String part) {
        var texts = new SearchTextsByTrigram(jdbc, changes);
        assertThat(texts.find(List.of(part), 5)).isEqualTo(memory.find(List.of(part), 5));
        verify(jdbc, never()).query(any(PreparedStatementCreator.class), any(RowMapper.class));
    }

    @Test
    void threeLettersAreLookedForByTheIndexAndMoreThanItIsGoodForInMemory() {
        var texts = new SearchTextsByTrigram(jdbc, changes);
        indexFinds(2);
        assertThat(texts.find(List.of("ada"), 2)).contains(List.of(1L, 2L));
        indexFinds(3);
        assertThat(texts.find(List.of("ada"), 2))
                .isEqualTo(memory.find(List.of("ada"), 2))
                .contains(List.of(1L, 3L));
        indexFinds(200);
        assertThat(texts.find(List.of("ada"), 1_000).orElseThrow()).hasSize(200);
        indexFinds(201);
        assertThat(texts.find(List.of("ada"), 1_000)).contains(List.of(1L, 3L));
    }

    @Test
    void whatNeedsAllOfThemIsToldByMemory() {
        var texts = new SearchTextsByTrigram(jdbc, changes);
        assertThat(texts.findAll(List.of("ada"))).containsExactly(1L, 3L);
        assertThat(texts.count(List.of("ada"))).isEqualTo(2);
        assertThat(texts.share(List.of("ada"))).isEqualTo(2 / 3.0);
    }

    @Test
    void eachStatementIsPlannedForItsOwnTextWhichIsTakenLiterally() throws SQLException {
        new SearchTextsByTrigram(jdbc, changes).find(List.of("100%_ada!", "b"), 300);
        var creator = ArgumentCaptor.forClass(PreparedStatementCreator.class);
        verify(jdbc).query(creator.capture(), any(RowMapper.class));
        var connection = mock(Connection.class);
        var statement = mock(PreparedStatement.class);
        var postgres = mock(PGStatement.class);
        when(connection.prepareStatement(anyString())).thenReturn(statement);
        when(statement.isWrapperFor(PGStatement.class)).thenReturn(true);
        when(statement.unwrap(PGStatement.class)).thenReturn(postgres);

        assertThat(creator.getValue().createPreparedStatement(connection)).isSameAs(statement);

        verify(connection)
                .prepareStatement("select id from app_user where search_text like ? escape '!'"
                        + " and search_text like ? escape '!' limit 201");
        verify(statement).setString(1, "%100!%!_ada!!%");
        verify(statement).setString(2, "%b%");
        verify(postgres).setPrepareThreshold(0);
    }

    private void indexFinds(int number) {
        when(jdbc.query(any(PreparedStatementCreator.class), any(RowMapper.class)))
                .thenReturn(LongStream.rangeClosed(1, number).boxed().toList());
    }

    private Answer<List<?>> readSome() {
        return call -> {
            var statement = mock(PreparedStatement.class);
            call.getArgument(1, PreparedStatementSetter.class).setValues(statement);
            var ids = ArgumentCaptor.forClass(Object.class);
            verify(statement).setObject(eq(1), ids.capture());
            return mapped(List.of((Long[]) ids.getValue()), call.getArgument(2));
        };
    }

    private List<Object> mapped(List<Long> ids, RowMapper<?> mapper) throws SQLException {
        var rows = new ArrayList<>();
        for (var id : ids) {
            var row = mock(ResultSet.class);
            when(row.getLong(1)).thenReturn(id);
            when(row.getString(2)).thenReturn(table.get(id));
            rows.add(mapper.mapRow(row, rows.size()));
        }
        return rows;
    }
}
