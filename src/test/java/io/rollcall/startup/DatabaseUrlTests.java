package io.rollcall.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTests {

    private static final String NEEDED = ";DB_CLOSE_ON_EXIT=FALSE;MODE=PostgreSQL;TRACE_LEVEL_FILE=0";
    private static final String NEEDED_IN_MEMORY = ";DB_CLOSE_DELAY=-1" + NEEDED;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:./data/own",
                "jdbc:h2:./data/own",
                "jdbc:h2:~/own",
                "jdbc:h2:C:/rollcall/own",
            })
    void everyH2FileIsOpenedWithWhatCorrectnessNeeds(String url) {
        assertThat(DatabaseUrl.of(url).text()).isEqualTo(url + NEEDED);
        assertThat(DatabaseUrl.of(DatabaseUrl.of(url).text()).text()).isEqualTo(url + NEEDED);
    }

    @Test
    void aDatabaseInMemoryStaysWhileTheProgramRuns() {
        assertThat(DatabaseUrl.of("jdbc:h2:mem:own;MODE=PostgreSQL").text())
                .isEqualTo("jdbc:h2:mem:own;MODE=PostgreSQL" + NEEDED_IN_MEMORY.replace(";MODE=PostgreSQL", ""));
    }

    @Test
    void whatHarmsNothingIsKept() {
        assertThat(DatabaseUrl.of("jdbc:h2:file:./own;cache_size=65536; db_close_on_exit=false;CIPHER=AES")
                        .text())
                .isEqualTo("jdbc:h2:file:./own;CACHE_SIZE=65536;DB_CLOSE_ON_EXIT=FALSE;CIPHER=AES"
                        + ";MODE=PostgreSQL;TRACE_LEVEL_FILE=0");
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO_SERVER=TRUE, AUTO_SERVER",
        "DB_CLOSE_ON_EXIT=TRUE, DB_CLOSE_ON_EXIT",
        "mode=MySQL, MODE",
        "WRITE_DELAY=0, WRITE_DELAY",
        "FILE_LOCK=NO, FILE_LOCK",
        "IFEXISTS=TRUE, IFEXISTS",
        "DATABASE_TO_LOWER=TRUE, DATABASE_TO_LOWER",
        "DB_CLOSE_DELAY=-1, DB_CLOSE_DELAY",
    })
    void whatWouldHarmIsRefusedByName(String setting, String name) {
        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> DatabaseUrl.of("jdbc:h2:file:./own;" + setting + ";PASSWORD=canary"))
                .withMessage("spring.datasource.url = \"jdbc:h2:file:./own\": without " + name
                        + ", since the program tells H2 by itself what it needs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "jdbc:mysql://localhost/rollcall",
                "jdbc:h2:",
                "jdbc:h2:tcp://localhost/rollcall",
                "jdbc:h2:ssl://localhost/rollcall",
                "jdbc:h2:zip:a.zip!/b",
                "jdbc:postgresql://localhost:port/rollcall",
                "jdbc:postgresql://localhost:99999/rollcall",
                "postgres://localhost/rollcall",
            })
    void whereNothingCanBeKeptIsRefused(String url) {
        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> DatabaseUrl.of(url))
                .withMessage("spring.datasource.url = \"" + url + "\": " + DatabaseUrl.ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/rollcall",
                "jdbc:postgresql://one:5432,two:5433/rollcall?targetServerType=primary",
                "jdbc:postgresql:rollcall",
            })
    void anyPostgresqlIsTakenAsItIs(String url) {
        assertThat(DatabaseUrl.of(url).text()).isEqualTo(url);
        assertThat(DatabaseUrl.of(url).file()).isEmpty();
    }

    @ParameterizedTest
    @Tag("S26")
    @CsvSource({
        "jdbc:mysql://db/rollcall?password=canary, jdbc:mysql://db/rollcall",
        "jdbc:mysql://root:canary@db/rollcall?password=canary, jdbc:mysql:…",
        "postgres://app:can/ary@db/x, postgres:…",
        "postgres://app:can@ary@db/x?a=b@canary, postgres:…",
        "jdbc:oracle:thin:scott/canary@//h/x, jdbc:oracle:…",
        "app:canary@db, app:…",
        "canary@db, …",
    })
    void noPasswordIsToldOfAWrongOne(String url, String told) {
        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> DatabaseUrl.of(url))
                .withMessage("spring.datasource.url = \"" + told + "\": " + DatabaseUrl.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:own, jdbc:h2:file:./own",
        "jdbc:h2:data/own, jdbc:h2:./data/own",
        "jdbc:h2:file:.data/own, jdbc:h2:file:./.data/own",
        "jdbc:h2:~own/data, jdbc:h2:./~own/data",
        "jdbc:h2:file:../own, jdbc:h2:file:../own",
        "jdbc:h2:~/own, jdbc:h2:~/own"
    })
    void aPathFromHereIsTakenAsSuch(String url, String taken) {
        assertThat(DatabaseUrl.of(url).text()).isEqualTo(taken + NEEDED);
    }

    @ParameterizedTest
    @Tag("S59")
    @CsvSource({
        "jdbc:h2:file:./data/rollcall;MODE=PostgreSQL, ./data/rollcall.mv.db",
        "jdbc:h2:file:/var/lib/rollcall/db, /var/lib/rollcall/db.mv.db",
        "jdbc:h2:./data/rollcall, ./data/rollcall.mv.db"
    })
    void aDatabaseInAFileIsKnownByItsUrl(String url, Path file) {
        assertThat(DatabaseUrl.of(url).file()).contains(file);
    }

    @Test
    @Tag("S59")
    void theHomeFolderIsToldAsH2TellsIt() {
        assertThat(DatabaseUrl.of("jdbc:h2:~/rollcall").file())
                .contains(Path.of(System.getProperty("user.home"), "rollcall.mv.db"));
    }

    @Test
    void aDatabaseInMemoryIsNoFile() {
        assertThat(DatabaseUrl.of("jdbc:h2:mem:rollcall").file()).isEmpty();
    }
}
