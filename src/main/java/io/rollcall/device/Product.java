package io.rollcall.device;

import io.rollcall.device.Device.Kind;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An app, a browser or a program, by the name that it gives itself.
 *
 * @param name as its maker writes it; null for a runtime, which is nobody's name
 * @param version null if it tells none
 * @param isProgram whether there is nobody in front of it; null if its name does not tell
 */
record Product(
        @Nullable String name,
        @Nullable String version,
        @Nullable Boolean isProgram) {

    private static final Table KNOWN =
            Table.read("products.txt", "(?<![\\w.-])(?:%s)(?![A-Za-z]|-[A-Za-z])(?:[/ _:@]?\\(?v?(\\d{1,5})(?!\\d))?");

    /** What is nobody's own, not even as part of a name. */
    private static final String NOT_SILENT = "(?!(?i:" + Table.words("silent") + ")(?![\\w.-]))";

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");

    private static final Pattern WORD = Pattern.compile("(?<![^\\s;(\\[])((?:" + NOT_SILENT + "[A-Z]\\w* ){0,2}"
            + NOT_SILENT + "(?=[\\w.-]*[A-Za-z])\\w[\\w.-]{2,30})/(?:Version )?v?(\\d{1,5})(?!\\d)");

    private static final Pattern LAST_WORD = Pattern.compile("(?<=[\\s;\\[])" + NOT_SILENT
            + "([A-Z][\\w.-]{2,30})(?:/[A-Za-z]\\S*|[ /]v?(\\d{1,5})(?!\\d)[\\w.-]*)?\\s*$");

    /** Where Internet Explorer once had its name, or before the address of who is to be asked. */
    private static final Pattern AGENT = Pattern.compile("^Mozilla/\\d.*(?:(?:compatible|like Gecko); ?"
            + "(?!compatible|MSIE|Konqueror|U;|Win|Linux|X11|Mozilla)|\\((?=[\\w.-]+/[^()]*\\+https?:))"
            + "([A-Za-z][^;/)(]{1,50}?)(?:[/ ]v?(\\d+)[\\w.-]*)?(?=[;/)]|$| \\+)");

    private static final Pattern UNDRESSED = Pattern.compile(
            "^(?![^\\s/]*\\.[^\\s/]*$)(?!(?i:null|undefined|unknown|Windows |Linux|Mozilla|Opera|Dalvik|AppleCoreMedia|iOS/|macOS/|Mac OS))"
                    + "(?=[\\w.+%-]*[A-Za-z])(\\w[\\w.+%-]*(?: (?!v\\d|Mozilla)[A-Za-z][\\w.+%-]*){0,4})(?:(?:/(?:Version )?v?| v?)(\\d{1,5})(?!\\w).*|[ /;,#(].*)?$");

    /** "Chrome Mobile iOS" is Chrome to the person who holds it. */
    private static final Pattern EDITION = Pattern.compile("( Alpha| Beta| Mobile| Tablet)?( iOS)?$");

    /** What our table knows, in a User-Agent or as a brand. */
    static Optional<Product> known(String text) {
        return KNOWN.find(text)
                .flatMap(row -> find(row.pattern(), text)
                        .map(word -> new Product(row.name(), word.group(1), row.kind() == Kind.PROGRAM)));
    }

    /** What a person calls what ua-parser or a brand may call otherwise. */
    static String called(String name) {
        var plain = EDITION.matcher(name).replaceFirst("");
        return known(plain).map(Product::name).orElse(plain);
    }

    /** A crawler or an agent that dresses as a browser and says so: {@code Mozilla/5.0 (compatible; GPTBot/1.2; …)}. */
    static Optional<Product> agent(String userAgent) {
        return find(AGENT, userAgent).map(word -> new Product(word.group(1), word.group(2), true));
    }

    /**
     * The word that is about itself: {@code curl/8.17.0} at the very beginning, {@code Slack/4.46.101} among those of
     * Electron, {@code AcmeBank} at the end, and of a program also {@code (Nikto/2.1.6)}.
     */
    static Optional<Product> own(String userAgent, boolean isBrowser) {
        var words = COMMENT.matcher(userAgent).replaceAll(" ");
        return find(UNDRESSED, userAgent.replace("%20", " "))
                .or(() -> find(WORD, words))
                .or(() -> find(LAST_WORD, words))
                .or(() -> find(WORD, isBrowser ? "" : userAgent))
                .map(word -> new Product(word.group(1), word.group(2), null));
    }

    private static Optional<MatchResult> find(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst();
    }
}
