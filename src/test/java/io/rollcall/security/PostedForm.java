package io.rollcall.security;

import io.rollcall.TestClock;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import io.rollcall.user.UserImport;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The request that the login page's form makes, and somebody whose password is right there. */
record PostedForm(int port) {

    static final String PASSWORD = "a violet bicycle";

    /** Whose name would be more than text, if it could. */
    static User addOlga(UserImport accounts) {
        var email = EmailAddress.parse("olga@example.com").orElseThrow();
        var hash = accounts.hash(PASSWORD);
        return accounts.add(List.of(new UserImport.Row(
                        "Olga \"O\" \u202e\u001b[31m", email, Role.ACCOUNT_OWNER, true, hash, TestClock.START)))
                .getFirst();
    }

    WebClient from(String address) {
        return new WebClient(port).header("X-Forwarded-For", address);
    }

    HttpResponse<String> signIn(WebClient client, String email, String password) {
        return client.header("Content-Type", "application/x-www-form-urlencoded")
                .post(
                        "/login",
                        "username=" + URLEncoder.encode(email, StandardCharsets.UTF_8)
                                + "&password="
                                + URLEncoder.encode(password, StandardCharsets.UTF_8));
    }
}
