package io.rollcall.container;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What a page was answered last. Vaadin keeps it for the page to be told again if it asks again, and with it the texts of a whole
 * list; between two messages of the page it is kept packed.
 */
final class KeptAnswer {

    /** Characters of an answer that is not worth it. */
    private static final int SHORT = 2_000;

    private final byte[] packed;

    private KeptAnswer(byte[] packed) {
        this.packed = packed;
    }

    static void pack(UI page) {
        var text = page.getInternals().getLastRequestResponse();
        if (text == null || text.length() <= SHORT) {
            return;
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is no device in it
        }
        ComponentUtil.setData(page, KeptAnswer.class, new KeptAnswer(bytes.toByteArray()));
        page.getInternals().setLastRequestResponse(null);
    }

    static void unpack(UI page) {
        var kept = ComponentUtil.getData(page, KeptAnswer.class);
        if (kept == null) {
            return;
        }
        try (var in = new InflaterInputStream(new ByteArrayInputStream(kept.packed))) {
            page.getInternals().setLastRequestResponse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ComponentUtil.setData(page, KeptAnswer.class, null);
    }
}
