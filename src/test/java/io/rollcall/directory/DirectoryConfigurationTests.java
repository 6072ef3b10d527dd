package io.rollcall.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

class DirectoryConfigurationTests {

    @ParameterizedTest
    @CsvSource({"H2, false", "PostgreSQL, true"})
    void onlyH2CannotPickManyPeoplesSessionsFromAList(String product, boolean arePicked) throws Exception {
        var connection = mock(Connection.class, RETURNS_DEEP_STUBS);
        when(connection.getMetaData().getDatabaseProductName()).thenReturn(product);
        var jdbc = mock(JdbcTemplate.class);
        when(jdbc.execute(any(ConnectionCallback.class)))
                .thenAnswer(call -> call.<ConnectionCallback<?>>getArgument(0).doInConnection(connection));
        assertThat(new DirectoryConfiguration().peoplesSessions(jdbc).arePicked())
                .isEqualTo(arePicked);
    }
}
