package io.rollcall.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Generator;
import io.rollcall.WebTest;
import io.rollcall.container.Visitors.DoorPage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever a request says, it makes no 500 and no more than a kilobyte of log. */
@WebTest
@ExtendWith(OutputCaptureExtension.class)
class BoundedRpcsIT {

    private static final int LOG = 1024;

    @LocalServerPort
    int port;

    private RawClient client;

    @BeforeEach
    void connect() {
        client = new RawClient(port);
    }

    @ParameterizedTest
    @Tag("S65")
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "{}",
                "\"x\"",
                "1e999",
                "{\"rpc\":5}",
                "{\"csrfToken\":{}}",
                "{\"csrfToken\":\"KEY\"}",
                "{\"csrfToken\":\"KEY\",\"rpc\":5,\"syncId\":\"x\"}",
                "{\"csrfToken\":\"KEY\",\"rpc\":[null],\"syncId\":0,\"clientId\":0}",
                "{\"csrfToken\":\"KEY\",\"rpc\":[{\"type\":\"zzz\"}],\"syncId\":0,\"clientId\":0}",
                "{\"csrfToken\":\"KEY\",\"rpc\":[{\"type\":\"event\",\"node\":\"abc\"}],\"syncId\":0,\"clientId\":0}",
                "{\"csrfToken\":\"KEY\",\"rpc\":[{\"type\":\"mSync\",\"node\":1e99,\"feature\":-1}],\"syncId\":0,\"clientId\":0}"
            })
    void whatMakesNoSenseIsRefusedInOneLine(String body, CapturedOutput log) {
        var page = DoorPage.open(client);
        var before = log.getAll().length();

        var answer = page.send(body.replace("KEY", page.key()));

        assertThat(answer.status()).isIn(200, 400);
        if (answer.status() == 200) {
            assertThat(answer.body()).as("no error of ours").doesNotContain("Internal error");
        }
        assertThat(log.getAll().substring(before)).hasSizeLessThanOrEqualTo(LOG).doesNotContain("\tat ");
    }

    @Test
    @Tag("S71")
    void aHundredInvocationsAreTakenAndOneMoreIsNot() {
        var page = DoorPage.open(client);

        assertThat(page.report(invocations(RpcBounds.INVOCATIONS)).status()).isEqualTo(200);
        assertThat(page.report(invocations(RpcBounds.INVOCATIONS + 1)).status()).isEqualTo(400);
    }

    @Test
    @Tag("S61")
    void aFieldHoldsAThousandCharactersAndNothingIsKeptOfAMessageWithMore() {
        var page = DoorPage.open(client);

        assertThat(page.report(property("a".repeat(RpcBounds.TEXT))).status()).isEqualTo(200);
        assertThat(page.report(property("a".repeat(RpcBounds.TEXT + 1))).status())
                .isEqualTo(400);
        assertThat(page.report(property("b")).status())
                .as("the refused one has not been counted")
                .isEqualTo(200);
    }

    @Test
    @Tag("S61")
    void whatAPageReportsTwiceIsDoneOnceAndAnsweredAsBefore() {
        var page = DoorPage.open(client);
        var opening = page.messageOf("""
                [{"type":"event","node":1,"event":"ui-navigate","data":\
                {"route":"login","query":"","appShellTitle":"","historyState":{"idx":0},"trigger":""}}]""");

        var first = page.send(opening);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body()).contains("Sign in");
        assertThat(page.send(opening).body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @Tag("S65")
    @ValueSource(
            strings = {
                "/?v-r=webcomponent",
                "/?v-r=hilla",
                "/?v-r=uidl&v-uiId=abc",
                "/?v-r=heartbeat&v-uiId=abc",
                "/?v-r=init",
                "/?v-r=init&location=%00%ff",
                "/?v-r=init&location=login&query=%25%25%zz",
                "/?v-r=init&location=login&query=%25%25zz",
                "/?v-r=init&location=%2e%2e%2f&query=",
                "/error",
                "/login?%ff",
                "/setup?token=%ff",
                "/web-component/x",
                "/VAADIN/dynamic/resource/x/y",
                "/VAADIN/push?v-r=push&v-uiId=abc",
                "/nowhere?v-r=uidl"
            })
    void anOddAddressIsNoErrorOfOurs(String path, CapturedOutput log) {
        var page = DoorPage.open(client);
        for (var headers : new String[] {"", page.cookieHeader()}) {
            var before = log.getAll().length();
            var answer = client.ask("GET " + path + " HTTP/1.1", headers, "");
            assertThat(answer.status()).as(path).isBetween(200, 499);
            assertThat(log.getAll().substring(before))
                    .hasSizeLessThanOrEqualTo(LOG)
                    .doesNotContain("\tat ");
        }
    }

    @Test
    @Tag("S65")
    void twoHundredTimesTheSameIsTwoLines(CapturedOutput log) {
        var page = DoorPage.open(client);
        var before = log.getAll().length();
        for (var i = 0; i < 200; i++) {
            page.send("nonsense " + i);
        }

        assertThat(log.getAll().substring(before).lines()).hasSizeLessThanOrEqualTo(2);
    }

    @RepeatedTest(4)
    @Tag("S65")
    void generatedRequestsAreNeverAnErrorOfOurs(CapturedOutput log) {
        var page = DoorPage.open(client);
        Generator.tries(100, any -> {
            var request = any.told(GeneratedRequests.any(any, page.key()));
            var before = log.getAll().length();
            var answer = client.ask(request.line(), page.cookieHeader() + request.headers(), request.body());
            assertThat(answer.status()).isNotIn(0, 500);
            assertThat(log.getAll().substring(before).getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThanOrEqualTo(2 * LOG);
        });
    }

    private static String invocations(int count) {
        return "[" + "{\"type\":\"event\",\"node\":99999,\"event\":\"click\",\"data\":{}},".repeat(count - 1)
                + "{\"type\":\"event\",\"node\":99999,\"event\":\"click\",\"data\":{}}]";
    }

    private static String property(String value) {
        return "[{\"type\":\"mSync\",\"node\":99999,\"feature\":1,\"property\":\"value\",\"value\":\"%s\"}]"
                .formatted(value);
    }
}
