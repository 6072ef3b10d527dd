package io.rollcall.ui.users;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import io.rollcall.security.CurrentUser;
import io.rollcall.security.PasswordChange;
import io.rollcall.ui.shell.AccountAction;
import io.rollcall.ui.shell.Icons;
import io.rollcall.ui.shell.Toast;
import io.rollcall.user.PasswordRules;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Everybody may change their own password. */
@Component
@Order(0)
class ChangePassword implements AccountAction {

    private final CurrentUser currentUser;
    private final PasswordChange passwords;
    private final PasswordRules rules;

    ChangePassword(CurrentUser currentUser, PasswordChange passwords, PasswordRules rules) {
        this.currentUser = currentUser;
        this.passwords = passwords;
        this.rules = rules;
    }

    @Override
    public Icons icon() {
        return Icons.KEY;
    }

    @Override
    public String key() {
        return UserAction.CHANGE_PASSWORD.key();
    }

    @Override
    public void start() {
        var self = currentUser.user().orElseThrow();
        new PasswordDialog(translate(key()), rules, List.of(self.name(), self.email()), (current, replacement) -> {
                    passwords.change(currentUser.require(), current, replacement);
                    Toast.done("users.password.changed");
                })
                .open();
    }
}
