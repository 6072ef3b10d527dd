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

    /** Words that say what something is built on, runs on or speaks, so that they are nobody's own. */
    private static final String SILENT =
            "Mozilla|AppleWebKit|KHTML|Gecko|Presto|Chrome|Chromium|Version|Mobile|Safari|Firefox"
                    + "|Electron|WebView|QtWebEngine|ArkWeb|BytedanceWebview|HMSCore|Build|Android|Windows|OS|Linux|Ubuntu|Fedora|Debian"
                    + "|Red|SUSE|Mandriva|CentOS|Sailfish|KAIOS|NetType|Language|AppName|app_version|FirePHP|CrKey|DMOST|WebKitGTK|Config|Agency|Viewer";

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*]");

    private static final Pattern WORD = Pattern.compile(
            "(?<![^\\s;])(?!(?i:" + SILENT + ")(?![\\w.-]))(?=[\\w.-]*[A-Za-z])(\\w[\\w.-]{2,30})/v?(\\d{1,5})(?!\\d)");

    /** Where Internet Explorer once had its name, or before the address of who is to be asked. */
    private static final Pattern AGENT = Pattern.compile("^Mozilla/5.*(?:(?:compatible|like Gecko); ?"
            + "(?!compatible|MSIE|Konqueror|U;|Windows|Linux|X11|Mozilla)|\\((?=[\\w.-]+/[^()]*\\+https?:))"
            + "([A-Za-z][^;/)(]{1,50}?)(?:[/ ]v?(\\d+)[\\w.-]*)?(?=[;/)]|$| \\+)");

    private static final Pattern UNDRESSED = Pattern.compile(
            "^(?![^\\s/]*\\.[^\\s/]*$)(?!(?i:null|undefined|unknown|Windows |Linux|Mozilla|Opera))"
                    + "([A-Za-z][\\w.+-]*(?: (?!v\\d)[A-Za-z][\\w.+-]*){0,4})(?:(?:/v?| v?)(\\d{1,5})(?!\\w).*|[ /;,#(].*)?$");

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

    /** What begins with its own name instead of a browser's: {@code curl/8.17.0}, {@code node}. */
    static Optional<Product> undressed(String userAgent) {
        return find(UNDRESSED, userAgent).map(word -> new Product(word.group(1), word.group(2), null));
    }

    /** The first word that is about itself: {@code Slack/4.46.101} among those of Electron. */
    static Optional<Product> own(String userAgent) {
        return find(WORD, COMMENT.matcher(userAgent).replaceAll(" "))
                .map(word -> new Product(word.group(1), word.group(2), null));
    }

    private static Optional<MatchResult> find(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst();
    }
}
