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
        private final String pushId;
        private int messages;

        private DoorPage(RawClient client, String cookie, String key, String pushId) {
            this.client = client;
            this.cookie = cookie;
            this.key = key;
            this.pushId = pushId;
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
            return new DoorPage(
                    client, cookie, value("Vaadin-Security-Key", start.body()), value("Vaadin-Push-ID", start.body()));
        }

        private static String value(String name, String page) {
            var value = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(page);
            if (!value.find()) {
                throw new IllegalStateException("No page: " + page);
            }
            return value.group(1);
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

        /** As its page would say this next. */
        String messageOf(String rpc) {
            return "{\"csrfToken\":\"%s\",\"rpc\":%s,\"syncId\":%d,\"clientId\":%d}"
                    .formatted(key, rpc, messages, messages);
        }

        /** Reports this, as its page would. */
        RawClient.Answer report(String rpc) {
            var answer = send(messageOf(rpc));
            if (answer.status() == 200) {
                messages++;
            }
            return answer;
        }

        /**
         * Waits for news, as a browser without WebSocket would.
         *
         * @param connection what the server calls it, {@code 0} to ask for that
         */
        RawClient.Answer poll(String connection) {
            return client.ask(
                    ("GET /VAADIN/push?v-r=push&v-uiId=0&v-pushId=%s&X-Atmosphere-tracking-id=%s"
                                    + "&X-Atmosphere-Transport=long-polling&X-Atmosphere-Framework=4.0.1"
                                    + "&X-Atmosphere-TrackMessageSize=true&X-atmo-protocol=true"
                                    + "&X-Vaadin-LastSeenServerSyncId=0 HTTP/1.1")
                            .formatted(pushId, connection),
                    cookieHeader(),
                    "");
        }

        RawClient.Answer send(String body) {
            return client.ask(
                    "POST /?v-r=uidl&v-uiId=0 HTTP/1.1", cookieHeader() + "Content-Type: application/json\r\n", body);
        }
    }
}
