package io.rollcall.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rollcall.DomainTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

@DomainTest
class EmbeddedChangeLogTests {

    @Autowired
    private ChangeLog changes;

    @Autowired
    private TransactionOperations transaction;

    private record Change(String what) {}

    private record Unfollowed(String what) {}

    private final List<Object> heard = new ArrayList<>();

    @BeforeEach
    void listen() {
        changes.subscribe(Change.class, heard::add);
    }

    @Test
    void changesAreToldInTheirOrderAndNotBeforeTheCommit() {
        transaction.executeWithoutResult(tx -> {
            changes.publish(new Change("b"));
            changes.publish(new Change("a"));
            assertThat(heard).isEmpty();
        });
        assertThat(heard).containsExactly(new Change("b"), new Change("a"));
    }

    @Test
    void theSameChangeIsToldOnce() {
        transaction.executeWithoutResult(tx -> {
            changes.publish(new Change("a"));
            changes.publish(new Change("a"));
        });
        assertThat(heard).containsExactly(new Change("a"));
    }

    @Test
    void whatIsRolledBackIsToldToNobody() {
        transaction.executeWithoutResult(tx -> {
            changes.publish(new Change("a"));
            tx.setRollbackOnly();
        });
        assertThat(heard).isEmpty();
    }

    @Test
    void aListenerThatFailsKeepsNobodyElseFromHearing() {
        changes.subscribe(Unfollowed.class, change -> {
            throw new IllegalStateException("as a test wants it");
        });
        changes.subscribe(Unfollowed.class, heard::add);
        transaction.executeWithoutResult(tx -> {
            changes.publish(new Unfollowed("a"));
            changes.publish(new Change("b"));
        });
        assertThat(heard).containsExactly(new Unfollowed("a"), new Change("b"));
    }

    @Test
    void nothingCanBePublishedOutsideATransaction() {
        assertThatIllegalStateException().isThrownBy(() -> changes.publish(new Change("a")));
    }
}
