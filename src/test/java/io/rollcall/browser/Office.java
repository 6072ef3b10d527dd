package io.rollcall.browser;

import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** The example organisation on a server that all tests of the process share, and that ends with it, with nobody in it but the tests' people. */
final class Office {

    static final String OWNER = "owner@example.com";
    static final String BILLING = "billing@example.com";
    static final String USER = "user@example.com";
    static final String CUSTOMER = "customer@example.com";
    static final String PASSWORD = "rollcall-demo";

    private static final Supplier<RollcallServer> SERVER = SingletonSupplier.of(() -> RollcallServer.configure()
            .demo()
            .set("rollcall.demo.activity", false)
            .start());

    private Office() {}

    static RollcallServer server() {
        return SERVER.get();
    }
}
