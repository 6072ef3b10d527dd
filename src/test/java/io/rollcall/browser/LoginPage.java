package io.rollcall.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What is where on the login page; the only place in the tests that knows its labels. */
final class LoginPage {

    static final String PATH = "/login";

    private final Page page;

    LoginPage(Page page) {
        this.page = page;
    }

    Locator email() {
        return field("Email");
    }

    Locator password() {
        return field("Password");
    }

    Locator keepMeSignedIn() {
        return page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Keep me signed in"));
    }

    Locator signIn() {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in").setExact(true));
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }
}
