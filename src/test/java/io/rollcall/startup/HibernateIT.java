package io.rollcall.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.WebTest;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.cfg.ManagedBeanSettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What would make a start wait for ever, now and then, so that no other test would tell for certain. */
@WebTest
class HibernateIT {

    @Autowired
    private EntityManagerFactory sessions;

    @Test
    void asksForNoBeansWhileItStartsBesideTheRest() {
        assertThat(sessions.getProperties()).doesNotContainKey(ManagedBeanSettings.BEAN_CONTAINER);
    }
}
