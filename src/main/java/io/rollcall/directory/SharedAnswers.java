package io.rollcall.directory;

import io.rollcall.session.SessionEnded;
import io.rollcall.session.SessionImport;
import io.rollcall.session.SessionOpened;
import io.rollcall.user.UserChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    private record Answers(Instant since, Map<Object, Object> byQuestion) {

        Answers(Instant since) {
            this(since, new ConcurrentHashMap<>());
        }
    }

    /**
     * The answer, found now if nobody has asked for it a moment ago. Who asks for the same meanwhile waits for it.
     *
     * @param question what is asked, without who does: equal ones have answers of one type, which nobody may change
     */
    @SuppressWarnings("unchecked")
    <T> T to(Object question, Supplier<T> answer) {
        return (T) current().byQuestion.computeIfAbsent(question, asked -> answer.get());
    }

    /** An answer that is on its way goes to those only who wait for it already. */
    @EventListener({SessionOpened.class, SessionEnded.class})
    void forget() {
        answers = new Answers(Instant.EPOCH);
    }

    @TransactionalEventListener({SessionImport.Added.class, UserChanged.class})
    void rowsChanged() {
        forget();
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
