package io.rollcall.ui.users;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.rollcall.ui.Menus;
import io.rollcall.ui.ScreenTests;
import io.rollcall.user.Role;
import io.rollcall.user.User;

/** What tests of the screen of users share. */
abstract class UserScreenTests extends ScreenTests {

    User open(Role role) {
        var self = signInAs(role);
        UI.getCurrent().navigate(UsersView.class);
        return self;
    }

    static void choose(User user, String action) {
        _get(UsersView.class).offerActions(user);
        var menu = _get(ActionMenu.class);
        Menus.click(menu, action);
        assertThat(menu.isOpened()).isFalse();
    }

    static void click(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    static void clickLast(String text) {
        _click(_find(Button.class, spec -> spec.withText(text)).getLast());
    }
}
