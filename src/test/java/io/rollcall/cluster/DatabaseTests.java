package io.rollcall.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTests {

    @ParameterizedTest
    @CsvSource({
        "H2, jdbc:h2:file:./data/rollcall, H2_FILE",
        "H2, jdbc:h2:mem:rollcall, H2_MEMORY",
        "PostgreSQL, jdbc:postgresql://db.example.com/rollcall, POSTGRESQL"
    })
    void aDatabaseSaysWhichItIs(String product, String url, Database expected) throws SQLException {
        assertThat(Database.of(connection(product, url))).isEqualTo(expected);
    }

    @Test
    void noOtherDatabaseWillDo() throws SQLException {
        var other = connection("MySQL", "jdbc:mysql://db.example.com/rollcall");
        assertThatThrownBy(() -> Database.of(other)).hasMessageContaining("MySQL");
    }

    private static Connection connection(String product, String url) throws SQLException {
        var connection = mock(Connection.class, RETURNS_DEEP_STUBS);
        when(connection.getMetaData().getDatabaseProductName()).thenReturn(product);
        when(connection.getMetaData().getURL()).thenReturn(url);
        return connection;
    }
}
