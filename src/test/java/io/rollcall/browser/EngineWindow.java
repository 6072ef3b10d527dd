package io.rollcall.browser;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;

/** A window of a browser with a profile of its own: what can be asked of all engines alike. */
interface EngineWindow extends AutoCloseable {

    /** Marks the first element shown that a selector and a text in it find, and tells whether there is one. */
    String MARK = """
            () => {
                document.querySelectorAll('[data-found]').forEach(before => before.removeAttribute('data-found'));
                const found = [...document.querySelectorAll(`%s`)]
                    .find(element => element.checkVisibility() && element.textContent.includes(`%s`));
                found?.setAttribute('data-found', '');
                return !!found;
            }""";

    void open(URI address);

    /** Clicks on the only element for the CSS selector. */
    void click(String selector);

    /** Types into it, key by key. */
    void type(String selector, String text);

    /** What a JavaScript function without parameters answers. */
    Object ask(String function);

    void screenshot(Path png);

    @Override
    void close();

    /** Waits for an element and clicks on it. */
    default void clickOn(String selector, String text) {
        await(selector + " with " + text).until(() -> isShown(selector, text));
        click("[data-found]");
    }

    default boolean isShown(String selector, String text) {
        return Boolean.TRUE.equals(ask(MARK.formatted(selector, text)));
    }

    /** Waits until an answer is this one. */
    default void awaitAnswer(Object answer, String function) {
        await(function).until(() -> answer.equals(ask(function)));
    }

    /** Waits until a text is read somewhere on the page. */
    default void awaitText(String text) {
        await(text)
                .until(() ->
                        String.valueOf(ask("() => document.body.innerText")).contains(text));
    }
}
