package io.rollcall.benchmark;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The peer: Spring Session's sessions in the same database as ours, in tables of its own, set up as its documentation says. */
final class SpringSessionJdbc {

    private final SessionRepository<? extends Session> repository;

    private SpringSessionJdbc(SessionRepository<? extends Session> repository) {
        this.repository = repository;
    }

    /** Makes its tables and uses them. */
    static SpringSessionJdbc on(DataSource dataSource, Database.Kind kind) {
        var vendor = kind == Database.Kind.H2 ? "h2" : "postgresql";
        var schema = new ClassPathResource("org/springframework/session/jdbc/schema-" + vendor + ".sql");
        DatabasePopulatorUtils.execute(new ResourceDatabasePopulator(true, false, null, schema), dataSource);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var repository = new JdbcIndexedSessionRepository(new JdbcTemplate(dataSource), transaction);
        repository.setCleanupCron(Scheduled.CRON_DISABLED);
        repository.afterPropertiesSet();
        return new SpringSessionJdbc(repository);
    }

    SessionRepository<? extends Session> repository() {
        return repository;
    }

    /** Signs people in, and answers with the IDs that their browsers show. */
    List<String> open(int sessions) {
        return IntStream.range(0, sessions).mapToObj(i -> open(repository, i)).toList();
    }

    /** What it does for a request: finds the session, notes that it was used, and saves that. */
    Instant checkAndTouch(String id) {
        return checkAndTouch(repository, id);
    }

    private static <S extends Session> String open(SessionRepository<S> repository, int number) {
        var session = repository.createSession();
        var person = new UsernamePasswordAuthenticationToken(
                "person" + number + "@example.com", null, AuthorityUtils.createAuthorityList("ROLE_USER"));
        session.setAttribute("SPRING_SECURITY_CONTEXT", new SecurityContextImpl(person));
        repository.save(session);
        return session.getId();
    }

    private static <S extends Session> Instant checkAndTouch(SessionRepository<S> repository, String id) {
        var session = repository.findById(id);
        if (session == null || session.getAttribute("SPRING_SECURITY_CONTEXT") == null) {
            throw new IllegalStateException("No such session: " + id);
        }
        var now = Instant.now();
        session.setLastAccessedTime(now);
        repository.save(session);
        return now;
    }
}
