package io.rollcall.demo;

import io.rollcall.user.ExampleAccount;
import io.rollcall.user.Role;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The accounts that the login screen offers, in its order. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@EnableConfigurationProperties(DemoProperties.class)
class DemoConfiguration {

    private static final String PASSWORD = "rollcall-demo";

    @Bean
    List<ExampleAccount> exampleAccounts() {
        return List.of(
                new ExampleAccount("Account Owner", "owner@example.com", Role.ACCOUNT_OWNER, PASSWORD),
                new ExampleAccount("Billing Manager", "billing@example.com", Role.BILLING_MANAGER, PASSWORD),
                new ExampleAccount("Standard User", "user@example.com", Role.USER, PASSWORD),
                new ExampleAccount("Customer", "customer@example.com", Role.CUSTOMER, PASSWORD));
    }
}
