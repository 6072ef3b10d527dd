package io.rollcall.benchmark;

import io.rollcall.benchmark.Database.Kind;
import io.rollcall.user.Role;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Two more addresses on the same server, which answer the same bytes as {@code /api/session} through the same filters but the
 * one that checks the session: one checks nothing, one does as Spring Session JDBC does.
 */
final class ComparedEndpoints {

    static final String UNCHECKED = "/api/unchecked-session";
    static final String JDBC = "/api/jdbc-session";

    private static final String CHECK = "GateFilter";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static SecurityFilterChain uncheckedChain(@Qualifier("apiFilterChain") SecurityFilterChain own) {
        return chain(UNCHECKED, withoutCheck(own));
    }

    @Bean
    static SpringSessionJdbc springSession(DataSource dataSource, @Value("${spring.datasource.url}") String url) {
        return SpringSessionJdbc.on(dataSource, url.startsWith("jdbc:h2:") ? Kind.H2 : Kind.POSTGRESQL);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static SecurityFilterChain jdbcChain(@Qualifier("apiFilterChain") SecurityFilterChain own, SpringSessionJdbc peer) {
        var filters = new ArrayList<>(withoutCheck(own));
        filters.addFirst(filter(peer.repository()));
        return chain(JDBC, filters);
    }

    private static <S extends Session> Filter filter(SessionRepository<S> repository) {
        return new SessionRepositoryFilter<>(repository);
    }

    private static List<Filter> withoutCheck(SecurityFilterChain own) {
        var left = own.getFilters().stream()
                .filter(filter -> !filter.getClass().getSimpleName().equals(CHECK))
                .toList();
        if (left.size() != own.getFilters().size() - 1) {
            throw new IllegalStateException("Other filters than expected: " + own.getFilters());
        }
        return left;
    }

    private static SecurityFilterChain chain(String path, List<Filter> filters) {
        return new DefaultSecurityFilterChain(
                PathPatternRequestMatcher.withDefaults().matcher(path), filters);
    }

    /** Lets both addresses answer with this. */
    static void answer(Installation installation, Answer answer) throws NoSuchMethodException {
        var handlers = new Handlers(answer);
        var mapping =
                installation.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        mapping.registerMapping(get(UNCHECKED, mapping), handlers, Handlers.class.getMethod("unchecked"));
        mapping.registerMapping(
                get(JDBC, mapping), handlers, Handlers.class.getMethod("jdbc", HttpServletRequest.class));
    }

    private static RequestMappingInfo get(String path, RequestMappingHandlerMapping mapping) {
        return RequestMappingInfo.paths(path)
                .methods(RequestMethod.GET)
                .options(mapping.getBuilderConfiguration())
                .build();
    }

    /** What {@code /api/session} says, in the same types, so that writing it is the same work. */
    record Answer(
            UUID id,
            Person user,
            String browser,
            String ip,
            String location,
            Instant createdAt,
            Instant lastActiveAt,
            Instant expiresAt) {

        record Person(String name, String email, Role role) {}
    }

    /** No controller, so that nothing finds it by itself. */
    public static final class Handlers {

        private final Answer answer;

        Handlers(Answer answer) {
            this.answer = answer;
        }

        public ResponseEntity<Answer> unchecked() {
            return ResponseEntity.ok(answer);
        }

        public ResponseEntity<Answer> jdbc(HttpServletRequest request) {
            return request.getSession(false) == null
                    ? ResponseEntity.status(HttpStatus.UNAUTHORIZED).build()
                    : unchecked();
        }
    }
}
