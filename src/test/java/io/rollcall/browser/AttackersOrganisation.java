package io.rollcall.browser;

import io.rollcall.text.SortKey;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * An organisation whose names, devices and places are attacks. They are put into the database itself, past everything that
 * would tidy them up.
 */
final class AttackersOrganisation {

    /** Each would leave an element or a variable that is called {@code pwned}. */
    static final List<String> PAYLOADS = List.of(
            "<img src=x data-pwned onerror=window.pwned=1>",
            "\"><script data-pwned>window.pwned=1</script>",
            "'><svg data-pwned onload=window.pwned=1>",
            "</template><b data-pwned>",
            "</bdi></span><i data-pwned>",
            "<iframe data-pwned srcdoc='<script>parent.pwned=1</script>'>",
            "${window.pwned=1}",
            "{{constructor.constructor('window.pwned=1')()}}",
            "`+(window.pwned=1)+`",
            "javascript:window.pwned=1//",
            "<a data-pwned href=javascript:pwned=1>",
            "{0} {1,choice,0#x} '{' %s $1 \\",
            "<!--<x data-pwned>",
            "&lt;b data-pwned&gt;&#60;b&#62;");

    /** Written from right to left, and with digits that another such text beside it would drag along. */
    static final String RIGHT_TO_LEFT = "אדה 12";

    private AttackersOrganisation() {}

    /** Starts the program in an empty folder, and again once the attacks are in its database. */
    static RollcallServer startIn(Path directory) throws SQLException {
        configure(directory).start().stop();
        attack(directory);
        return configure(directory).start();
    }

    private static ServerConfiguration configure(Path directory) {
        return RollcallServer.configure()
                .demo()
                .in(directory)
                .set("rollcall.demo.activity", false)
                .set("spring.datasource.url", url(directory));
    }

    private static String url(Path directory) {
        return "jdbc:h2:file:" + directory.resolve("demo") + ";MODE=PostgreSQL";
    }

    private static void attack(Path directory) throws SQLException {
        try (var connection = DriverManager.getConnection(url(directory))) {
            for (var i = 0; i < PAYLOADS.size(); i++) {
                var payload = PAYLOADS.get(i);
                try (var users = connection.prepareStatement("update app_user set name = ?, name_sort = ?"
                                + " where mod(id, ?) = ? and email <> 'billing@example.com'");
                        var sessions = connection.prepareStatement("update user_session set browser = ?, city = ?,"
                                + " country = ?, operating_system = ?, ip = ?, user_agent = ?, private_network = false"
                                + " where mod(user_id, ?) = ?")) {
                    users.setString(1, payload);
                    users.setString(2, SortKey.of(payload));
                    users.setInt(3, PAYLOADS.size());
                    users.setInt(4, i);
                    users.executeUpdate();
                    for (var column = 1; column <= 6; column++) {
                        var text = PAYLOADS.get((i + column) % PAYLOADS.size());
                        sessions.setString(column, column == 5 ? text.substring(0, Math.min(45, text.length())) : text);
                    }
                    sessions.setInt(7, PAYLOADS.size());
                    sessions.setInt(8, i);
                    sessions.executeUpdate();
                }
            }
            try (var name = connection.prepareStatement(
                    "update app_user set name = ?, name_sort = ?, search_text = ? where email = 'billing@example.com'")) {
                name.setString(1, RIGHT_TO_LEFT);
                name.setString(2, SortKey.of(RIGHT_TO_LEFT));
                name.setString(3, RIGHT_TO_LEFT + "\nbilling@example.com");
                name.executeUpdate();
            }
            try (var ends = connection.prepareStatement("update user_session set end_reason = 'LOGGED_OUT',"
                    + " ended_by = (select id from app_user where email = 'billing@example.com')"
                    + " where status = 'TERMINATED'")) {
                ends.executeUpdate();
            }
        }
    }
}
