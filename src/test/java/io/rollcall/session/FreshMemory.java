package io.rollcall.session;

import io.rollcall.cluster.ChangeLog;
import io.rollcall.user.Users;
import java.time.Clock;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** What a program that starts now has of a database in use: a registry and its memory, which is empty yet. */
final class FreshMemory {

    final SessionCache cache;
    final SessionMirror mirror;
    final SessionRegistry registry;

    FreshMemory(ApplicationContext context) {
        this(context, context.getBean(TransactionOperations.class));
    }

    FreshMemory(ApplicationContext context, TransactionOperations transaction) {
        var jdbc = context.getBean(JdbcTemplate.class);
        var store = context.getBean(SessionStore.class);
        var clock = context.getBean(Clock.class);
        cache = new SessionCache(clock);
        mirror = new SessionMirror(cache, jdbc, transaction, clock);
        new SessionJournal(null, context.getBean(ChangeLog.class), cache, event -> {});
        var opener = new SessionOpener(
                store,
                cache,
                context.getBean(SessionJournal.class),
                context.getBean(SessionPolicy.class),
                context.getBean(Users.class),
                transaction,
                clock);
        registry = new SessionRegistry(
                store,
                cache,
                opener,
                context.getBean(SessionEnder.class),
                new TouchWriter(store, cache, jdbc, transaction),
                clock);
    }
}
