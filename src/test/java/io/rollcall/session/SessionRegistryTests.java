package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.DomainTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DomainTest
class SessionRegistryTests {

    @Autowired
    SessionRegistry registry;

    @Test
    void aSecretThatNobodyWasGivenIsUnknown() {
        assertThat(registry.check(SessionSecret.random().reveal())).isInstanceOf(Verdict.Unknown.class);
    }
}
