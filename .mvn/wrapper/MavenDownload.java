import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.zip.ZipInputStream;
import javax.net.ssl.SSLException;

/**
 * Fetches a Maven distribution and unpacks it, for {@code mvnw} and {@code mvnw.cmd}, so that they need no tool but a
 * JDK. Arguments: the zip's URL, its SHA-512, the folder to create. Several may run at once for the same folder; it
 * appears whole or not at all.
 */
class MavenDownload {

    private static final String GROUP = "/org/apache/maven/";

    public static void main(String[] args) throws Exception {
        var url = fromRepository(args[0], System.getenv("MVNW_REPOURL"));
        try {
            install(url, args[1], Path.of(args[2]));
        } catch (SSLException e) {
            fail(
                    url,
                    e + " (behind a company proxy, name a trust store that holds its certificate:"
                            + " MAVEN_OPTS=-Djavax.net.ssl.trustStore=...)");
        } catch (IOException | IllegalArgumentException e) {
            fail(url, e.toString());
        }
    }

    private static void fail(String url, String reason) {
        System.err.println("Could not fetch Maven from " + url + ": " + reason);
        System.exit(1);
    }

    /** The same distribution in another repository, which MVNW_REPOURL may name as in Apache's own wrapper. */
    private static String fromRepository(String url, String repository) {
        if (repository == null || repository.isBlank()) {
            return url;
        }
        return repository.strip().replaceAll("/+$", "") + url.substring(url.indexOf(GROUP));
    }

    private static void install(String url, String sha512, Path target) throws Exception {
        Files.createDirectories(target.getParent());
        var work = Files.createTempDirectory(target.getParent(), "download");
        try {
            System.err.println("Fetching " + url);
            var zip = work.resolve("maven.zip");
            var actual = download(url, zip);
            if (!actual.equalsIgnoreCase(sha512)) {
                throw new IOException("its SHA-512 is " + actual + ", not the one in maven-wrapper.properties");
            }
            var unpacked = work.resolve("maven");
            unpack(zip, unpacked);
            publish(unpacked, target);
        } finally {
            delete(work);
        }
    }

    /** Returns the SHA-512 of what came. */
    private static String download(String url, Path file) throws Exception {
        var connection = URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(30_000);
        connection.setReadTimeout(60_000);
        var digest = MessageDigest.getInstance("SHA-512");
        try (var in = new DigestInputStream(connection.getInputStream(), digest)) {
            Files.copy(in, file);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Leaves out the zip's one top folder, and makes what is in {@code bin} executable. */
    private static void unpack(Path zip, Path target) throws IOException {
        try (var in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip)))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                if (entry.isDirectory()) {
                    continue;
                }
                var file = target.resolve(name);
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
                if (name.startsWith("bin/")) {
                    file.toFile().setExecutable(true, false);
                }
            }
        }
    }

    private static void publish(Path unpacked, Path target) throws IOException {
        try {
            Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
            // Another run was faster; what it put there is the same, by its checksum.
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
