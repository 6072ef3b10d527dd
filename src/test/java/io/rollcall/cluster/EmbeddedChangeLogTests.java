package io.rollcall.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rollcall.DomainTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

    /** Of this test alone: nobody can unsubscribe. */
    private final String topic = "test-" + UUID.randomUUID();

    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void listen() {
        changes.subscribe(topic, heard::add);
    }

    @Test
    void changesAreToldInTheirOrderAndNotBeforeTheCommit() {
        transaction.executeWithoutResult(tx -> {
            changes.publish(topic, "b");
            changes.publish(topic, "a");
            assertThat(heard).isEmpty();
        });
        assertThat(heard).containsExactly("b", "a");
    }

    @Test
    void theSameChangeIsToldOnce() {
        transaction.executeWithoutResult(tx -> {
            changes.publish(topic, "a");
            changes.publish(topic, "a");
        });
        assertThat(heard).containsExactly("a");
    }

    @Test
    void whatIsRolledBackIsToldToNobody() {
        transaction.executeWithoutResult(tx -> {
            changes.publish(topic, "a");
            tx.setRollbackOnly();
        });
        assertThat(heard).isEmpty();
    }

    @Test
    void aListenerThatFailsKeepsNobodyElseFromHearing() {
        var failing = "failing-" + topic;
        changes.subscribe(failing, key -> {
            throw new IllegalStateException("as a test wants it");
        });
        changes.subscribe(failing, heard::add);
        transaction.executeWithoutResult(tx -> {
            changes.publish(failing, "a");
            changes.publish(topic, "b");
        });
        assertThat(heard).containsExactly("a", "b");
    }

    @Test
    void nothingCanBePublishedOutsideATransaction() {
        assertThatIllegalStateException().isThrownBy(() -> changes.publish(topic, "a"));
    }
}
