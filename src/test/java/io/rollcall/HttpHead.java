package io.rollcall;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The lines before the body of a request or an answer. */
public final class HttpHead {

    private HttpHead() {}

    /** Reads no further than that; returns nothing if the other side is gone before. */
    public static String read(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var last = in.read(); last >= 0; last = in.read()) {
            bytes.write(last);
            if (last == '\n' && bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                return bytes.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }
}
