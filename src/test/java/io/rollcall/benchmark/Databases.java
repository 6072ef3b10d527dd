package io.rollcall.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Gives empty databases: H2 files under {@code target}, and databases of one PostgreSQL that runs as long as the run. */
final class Databases implements AutoCloseable {

    private final Path directory = Path.of("target", "benchmark").toAbsolutePath();
    private EmbeddedPostgres postgres;

    Databases() throws IOException {
        FileSystemUtils.deleteRecursively(directory);
        Files.createDirectories(directory);
    }

    Database empty(Database.Kind kind, String name) throws IOException, SQLException {
        var folder = "--rollcall.data-directory=" + directory.resolve(name);
        return switch (kind) {
            case H2 -> new Database(kind, List.of(folder));
            case POSTGRESQL ->
                new Database(
                        kind, List.of(folder, "--spring.datasource.url=" + postgresDatabase("\"" + name + "\"", name)));
        };
    }

    private String postgresDatabase(String quoted, String name) throws IOException, SQLException {
        if (postgres == null) {
            // As a deployer would have it: commits are on disk, and the memory is that of a small server.
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("shared_buffers", "1GB")
                    .setServerConfig("max_wal_size", "4GB")
                    .start();
        }
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + quoted);
        }
        return postgres.getJdbcUrl("postgres", name);
    }

    @Override
    public void close() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
        FileSystemUtils.deleteRecursively(directory);
    }
}
