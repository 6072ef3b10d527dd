package io.rollcall.benchmark;

import io.rollcall.RollcallApplication;
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

    /** What its sessions live, so that none expires while it is measured. */
    private static final List<String> SETTINGS = List.of(
            "--server.address=127.0.0.1",
            "--server.port=0",
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

    /** The public IDs of some active sessions; {@link Secrets} of these are valid. */
    List<UUID> activeSessions(int most) {
        return jdbc().queryForList(
                        "select id from user_session where active order by created_at, id limit " + most, UUID.class);
    }

    /** The public ID of an active session of an Account Owner. */
    UUID administratorsSession() {
        return jdbc().queryForList(
                        "select s.id from user_session s join app_user u on u.id = s.user_id"
                                + " where s.active and u.enabled and u.role = 'ACCOUNT_OWNER' limit 1",
                        UUID.class)
                .getFirst();
    }

    @Override
    public void close() {
        context.close();
    }
}
