package io.rollcall.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.internal.JacksonUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S71")
class RpcBoundsTests {

    @Test
    void aMessageHoldsAHundredInvocations() {
        assertThat(RpcBounds.problemWith(message("{},".repeat(99) + "{}"))).isEmpty();
        assertThat(RpcBounds.problemWith(message("{},".repeat(100) + "{}"))).contains(RpcBounds.TOO_MANY);
    }

    @Test
    void aTextHoldsAThousandCharactersWhereverItStands() {
        for (var form : new String[] {"\"%s\"", "{\"a\":{\"b\":\"%s\"}}", "[[\"%s\"]]", "{\"%s\":1}"}) {
            assertThat(RpcBounds.problemWith(message(form.formatted("a".repeat(1024)))))
                    .as(form)
                    .isEmpty();
            assertThat(RpcBounds.problemWith(message(form.formatted("a".repeat(1025)))))
                    .as(form)
                    .contains(RpcBounds.TOO_LONG);
        }
    }

    @Test
    void anAddressMayBeLonger() {
        assertThat(RpcBounds.problemWith(message("{\"data\":{\"query\":\"%s\"}}".formatted("a".repeat(4096)))))
                .isEmpty();
        assertThat(RpcBounds.problemWith(message("{\"data\":{\"query\":\"%s\"}}".formatted("a".repeat(4097)))))
                .contains(RpcBounds.TOO_LONG);
    }

    @Test
    void neitherDepthNorNumberIsWithoutEnd() {
        assertThat(RpcBounds.problemWith(message("[".repeat(30) + "]".repeat(30))))
                .contains(RpcBounds.TOO_DEEP);
        assertThat(RpcBounds.problemWith(message("[" + "1,".repeat(2_000) + "1]")))
                .contains(RpcBounds.TOO_DEEP);
        assertThat(RpcBounds.problemWith(message("[" + "1,".repeat(1_000) + "1]")))
                .isEmpty();
    }

    private static tools.jackson.databind.JsonNode message(String invocations) {
        return JacksonUtils.readTree("{\"rpc\":[" + invocations + "]}");
    }
}
