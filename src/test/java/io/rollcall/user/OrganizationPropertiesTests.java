package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class OrganizationPropertiesTests {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(OrganizationProperties.class)
    static class Properties {}

    private final ApplicationContextRunner program =
            new ApplicationContextRunner().withUserConfiguration(Properties.class);

    @Test
    void theNameHasADefault() {
        program.run(started ->
                assertThat(started.getBean(OrganizationProperties.class).name()).isEqualTo("Your organization"));
    }

    @Test
    void aNameThatIsBlankOrTooLongStopsTheStart() {
        program.withPropertyValues("rollcall.organization.name= ")
                .run(started -> assertThat(started).hasFailed());
        program.withPropertyValues("rollcall.organization.name=" + "x".repeat(61))
                .run(started -> assertThat(started).hasFailed());
        program.withPropertyValues("rollcall.organization.name=" + "x".repeat(60))
                .run(started -> assertThat(started).hasNotFailed());
    }
}
