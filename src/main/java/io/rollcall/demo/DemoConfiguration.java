package io.rollcall.demo;

import io.rollcall.user.ExampleAccount;
import io.rollcall.user.Role;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;

/** The accounts that the login screen offers, in its order. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@EnableConfigurationProperties(DemoProperties.class)
class DemoConfiguration {

    private static final String PASSWORD = "rollcall-demo";

    @Bean
    @Order(1)
    ExampleAccount exampleOwner() {
        return new ExampleAccount("Account Owner", "owner@example.com", Role.ACCOUNT_OWNER, PASSWORD);
    }

    @Bean
    @Order(2)
    ExampleAccount exampleBillingManager() {
        return new ExampleAccount("Billing Manager", "billing@example.com", Role.BILLING_MANAGER, PASSWORD);
    }

    @Bean
    @Order(3)
    ExampleAccount exampleUser() {
        return new ExampleAccount("Standard User", "user@example.com", Role.USER, PASSWORD);
    }

    @Bean
    @Order(4)
    ExampleAccount exampleCustomer() {
        return new ExampleAccount("Customer", "customer@example.com", Role.CUSTOMER, PASSWORD);
    }
}
