package io.rollcall.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S59")
class PrivateDatabaseTests {

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:./data/rollcall;MODE=PostgreSQL, ./data/rollcall.mv.db",
        "jdbc:h2:file:/var/lib/rollcall/db, /var/lib/rollcall/db.mv.db",
        "jdbc:h2:./data/rollcall, ./data/rollcall.mv.db"
    })
    void aDatabaseInAFileIsKnownByItsUrl(String url, Path file) {
        assertThat(PrivateDatabase.file(url)).contains(file);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "jdbc:h2:mem:rollcall;DB_CLOSE_DELAY=-1",
                "jdbc:h2:tcp://localhost/rollcall",
                "jdbc:h2:zip:a.zip!/b",
                "jdbc:h2:~/rollcall",
                "jdbc:postgresql://localhost/rollcall"
            })
    void anyOtherDatabaseIsLeftAlone(String url) {
        assertThat(PrivateDatabase.file(url)).isEmpty();
    }

    @Test
    void otherBeansAreLeftAlone() {
        assertThat(new PrivateDatabase().postProcessAfterInitialization("bean", "name"))
                .isEqualTo("bean");
    }
}
