package io.rollcall.container;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.web.util.HtmlUtils;

/** What people see when not even a screen could be drawn. It needs no script and nothing that could fail too. */
enum PlainPage {
    NOT_HERE,
    NOT_UNDERSTOOD,
    TOO_LARGE,
    TOO_SLOW,
    BUSY,
    FAILED,
    /** The page that stood here was closed because the person opened many others. */
    CLOSED,
    /** The browser keeps no cookie, without which no screen works. */
    NO_COOKIE;

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("vaadin-i18n.translations", Locale.ROOT);
    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
              <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>%s</title>
                <link rel="stylesheet" href="%s/error/error.css" />
              </head>
              <body>
                <main>
                  <h1>%s</h1>
                  <p>%s</p>
                  <p><a href="%s/">%s</a></p>
                </main>
              </body>
            </html>
            """;

    static PlainPage of(int status) {
        return switch (status) {
            case 401, 403, 404, 405, 410 -> NOT_HERE;
            case 408 -> TOO_SLOW;
            case 413, 414, 431 -> TOO_LARGE;
            case 429, 503 -> BUSY;
            default -> status < 500 || status == 501 || status == 505 ? NOT_UNDERSTOOD : FAILED;
        };
    }

    /** @param contextPath where the program lies, empty or with its leading slash */
    String html(String contextPath) {
        var key = "plain." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        var heading = TEXTS.getString(key);
        return FRAME.formatted(
                text(new MessageFormat(TEXTS.getString("page.title"), Locale.ROOT).format(new Object[] {heading})),
                text(contextPath),
                text(heading),
                text(TEXTS.getString(key + ".advice")),
                text(contextPath),
                text(TEXTS.getString("plain.start")));
    }

    private static String text(String plain) {
        return HtmlUtils.htmlEscape(plain);
    }
}
