package io.rollcall.directory;

import io.rollcall.session.SessionEnded;
import io.rollcall.session.SessionImport;
import io.rollcall.session.SessionOpened;
import io.rollcall.session.UserSession;
import io.rollcall.user.UserChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Answers to questions about everybody's sessions, for all who ask the same within a second and before anything is known to have
 * changed: a hundred open lists cost the database what one does ({@code docs/decisions/2026-11-21-live-lists.md}). Asks nobody who
 * is asking, and opens no transaction. What it hands out is read by many threads.
 */
@Component
class SharedAnswers {

    private static final Duration SHARED_FOR = Duration.ofSeconds(1);

    private final Clock clock;
    private volatile Answers answers = new Answers(Instant.EPOCH);

    SharedAnswers(Clock clock) {
        this.clock = clock;
    }

    /** What is asked, without who does. {@code T} is the answer, which nobody may change. */
    sealed interface Question<T> {

        record Page(SessionQuery query, int offset, int limit) implements Question<List<UserSession>> {}

        record Count(SessionQuery query) implements Question<Integer> {}

        record Overview() implements Question<SessionDirectory.Overview> {}
    }

    private record Answers(Instant since, Map<Question<?>, Object> byQuestion) {

        Answers(Instant since) {
            this(since, new ConcurrentHashMap<>());
        }
    }

    /** The answer, found now if nobody has asked for it a moment ago. Who asks for the same meanwhile waits for it. */
    @SuppressWarnings("unchecked")
    <T> T to(Question<T> question, Supplier<T> answer) {
        return (T) current().byQuestion.computeIfAbsent(question, asked -> answer.get());
    }

    @EventListener({SessionOpened.class, SessionEnded.class})
    void somebodyCameOrWent() {
        forget();
    }

    @TransactionalEventListener({SessionImport.Added.class, UserChanged.class})
    void rowsChanged() {
        forget();
    }

    /** An answer that is on its way goes to those only who wait for it already. */
    private void forget() {
        answers = new Answers(Instant.EPOCH);
    }

    private Answers current() {
        var known = answers;
        var now = clock.instant();
        if (Duration.between(known.since, now).abs().compareTo(SHARED_FOR) >= 0) {
            known = new Answers(now);
            answers = known;
        }
        return known;
    }
}
