package io.rollcall.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate of localhost that nobody has signed.
 *
 * @param store with its key
 * @param files what {@code .crt}, {@code .key} and, with both, {@code .pem} are added to
 */
record Certificate(KeyStore store, Path files) {

    private static final String PASSWORD = "changeit";

    static Certificate make() throws IOException, GeneralSecurityException {
        var folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target")).toAbsolutePath(), "certificate");
        var keystore = folder.resolve("keystore.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = InstalledProgram.succeeds(
                1,
                List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "proxy",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keystore.toString()));
        if (!made) {
            throw new IllegalStateException("keytool made no certificate");
        }
        var store = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
        var certificate = pem("CERTIFICATE", store.getCertificate("proxy").getEncoded());
        var key =
                pem("PRIVATE KEY", store.getKey("proxy", PASSWORD.toCharArray()).getEncoded());
        var files = folder.resolve("localhost");
        Files.writeString(Path.of(files + ".crt"), certificate);
        Files.writeString(Path.of(files + ".key"), key);
        Files.writeString(Path.of(files + ".pem"), certificate + key);
        return new Certificate(store, files);
    }

    /** For a client that trusts nobody else. */
    SSLContext trusted() throws GeneralSecurityException {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            trusted.load(null, null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        trusted.setCertificateEntry("proxy", store.getCertificate("proxy"));
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes), what);
    }
}
