package io.rollcall.container;

import io.rollcall.TestClock;
import io.rollcall.session.Origin;
import io.rollcall.session.SessionRegistry;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Role;
import io.rollcall.user.UserImport;
import java.util.List;
import java.util.regex.Pattern;

/** Who comes to a server in these tests. */
class Visitors {

    private static final String COOKIE = "rollcall=";

    private final SessionRegistry registry;
    private final UserImport accounts;

    Visitors(SessionRegistry registry, UserImport accounts) {
        this.registry = registry;
        this.accounts = accounts;
    }

    /** The cookie of somebody who has signed in. */
    String signIn() {
        var email = EmailAddress.parse("olga@example.com").orElseThrow();
        var owner = accounts.add(List.of(
                        new UserImport.Row("Olga Owner", email, Role.ACCOUNT_OWNER, true, null, TestClock.START)))
                .getFirst();
        var secret =
                registry.open(owner.id(), false, Origin.UNKNOWN).orElseThrow().secret();
        return COOKIE + secret;
    }

    /** A page at the door. */
    static final class DoorPage {

        private final RawClient client;
        private final String cookie;
        private final String key;
        private int messages;

        private DoorPage(RawClient client, String cookie, String key) {
            this.client = client;
            this.cookie = cookie;
            this.key = key;
        }

        static DoorPage open(RawClient client) {
            var page = client.ask("GET /login HTTP/1.1", "Accept: text/html\r\n", "");
            var cookie = page.header("Set-Cookie").stream()
                    .map(line -> line.split(";")[0])
                    .reduce((first, second) -> first + "; " + second)
                    .orElseThrow();
            return more(client, cookie);
        }

        private static DoorPage more(RawClient client, String cookie) {
            var start = client.ask("GET /?v-r=init&location=login&query= HTTP/1.1", "Cookie: " + cookie + "\r\n", "");
            var key = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"").matcher(start.body());
            if (!key.find()) {
                throw new IllegalStateException("No page: " + start);
            }
            return new DoorPage(client, cookie, key.group(1));
        }

        /** One more in the same browser. */
        DoorPage another() {
            return more(client, cookie);
        }

        /** What each of its reports carries against forgery. */
        String key() {
            return key;
        }

        String cookieHeader() {
            return "Cookie: " + cookie + "\r\n";
        }

        /** Reports this, as its page would. */
        RawClient.Answer report(String rpc) {
            var answer = send("{\"csrfToken\":\"%s\",\"rpc\":%s,\"syncId\":%d,\"clientId\":%d}"
                    .formatted(key, rpc, messages, messages));
            if (answer.status() == 200) {
                messages++;
            }
            return answer;
        }

        RawClient.Answer send(String body) {
            return client.ask(
                    "POST /?v-r=uidl&v-uiId=0 HTTP/1.1", cookieHeader() + "Content-Type: application/json\r\n", body);
        }
    }
}
