package io.rollcall.benchmark;

import io.rollcall.RollcallApplication;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict.Valid;
import io.rollcall.user.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole program on a database, with its web server, in this JVM. */
final class Installation implements AutoCloseable {

    /** No session expires while it is measured, and a connection is kept for as long as it is used. */
    private static final List<String> SETTINGS = List.of(
            "--server.address=127.0.0.1",
            "--server.port=0",
            "--server.tomcat.max-keep-alive-requests=-1",
            "--rollcall.session.idle-timeout=24h",
            "--rollcall.session.absolute-timeout=30d");

    private final ConfigurableApplicationContext context;

    private Installation(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts it.
     *
     * @param additions classes with beans that it has besides its own
     */
    static Installation start(Database database, Class<?>... additions) {
        var arguments = new ArrayList<>(SETTINGS);
        arguments.addAll(database.settings());
        return new Installation(new SpringApplicationBuilder(RollcallApplication.class)
                .sources(additions)
                .run(arguments.toArray(String[]::new)));
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcTemplate jdbc() {
        return bean(JdbcTemplate.class);
    }

    DataSource dataSource() {
        return bean(DataSource.class);
    }

    int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** The public IDs of some active sessions; with {@link Secrets} of these one is signed in. */
    List<SessionId> activeSessions(int most) {
        return jdbc().query(
                        "select id from user_session where active order by created_at, id limit " + most,
                        Installation::id);
    }

    /** Waits until every active session is in memory, and sees that each may be used. */
    void awaitAllInMemory() {
        var registry = bean(SessionRegistry.class);
        var refused = activeSessions(Integer.MAX_VALUE).stream()
                .filter(id -> !(registry.stateOf(id) instanceof Valid))
                .count();
        if (refused > 0) {
            throw new IllegalStateException(refused + " sessions were refused");
        }
    }

    /** The public ID of an active session of an Account Owner, of which there is a {@link Secrets secret}. */
    SessionId administratorsSession() {
        return jdbc().query(
                        "select s.id from user_session s join app_user u on u.id = s.user_id"
                                + " where s.active and u.enabled and u.role = 'ACCOUNT_OWNER'"
                                + " order by s.created_at, s.id limit 1",
                        Installation::id)
                .getFirst();
    }

    private static SessionId id(ResultSet row, int number) throws SQLException {
        return new SessionId(row.getObject(1, UUID.class));
    }

    @Override
    public void close() {
        context.close();
    }
}
