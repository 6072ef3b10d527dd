package io.rollcall;

import io.rollcall.session.SessionImport;
import io.rollcall.user.UserImport;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Empties all tables and resets the clock before a test; with {@link SharedData} before the first of its class only. */
class EmptyDatabase implements BeforeAllCallback, BeforeEachCallback {

    @Override
    public void beforeAll(ExtensionContext tests) {
        empty(tests);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        if (test.getRequiredTestClass().isAnnotationPresent(SharedData.class)) {
            SpringExtension.getApplicationContext(test).getBean(TestClock.class).reset();
        } else {
            empty(test);
        }
    }

    private static void empty(ExtensionContext test) {
        var context = SpringExtension.getApplicationContext(test);
        var jdbc = context.getBean(JdbcTemplate.class);
        for (var table : new String[] {"user_session", "invitation", "audit_entry", "sign_in_attempt", "app_user"}) {
            jdbc.update("delete from " + table);
        }
        // tells those who remember accounts or sessions
        context.getBean(UserImport.class).add(List.of());
        context.getBean(SessionImport.class).add(List.of());
        context.getBean(TestClock.class).reset();
    }
}
