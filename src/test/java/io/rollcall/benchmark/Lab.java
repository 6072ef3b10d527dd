package io.rollcall.benchmark;

import io.rollcall.GeneratedOrganization;
import io.rollcall.GeneratedOrganization.Size;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.ConnectionCallback;

/** What benchmarks share: the scale and installations with a generated organisation, each made when it is first asked for. */
final class Lab implements AutoCloseable {

    private static final long SEED = 20_261_121;

    /**
     * An installation with everything in it.
     *
     * @param took how long its users and their active sessions took to be stored
     */
    record Filled(Installation installation, Database database, Size size, Duration took) {}

    private final Scale scale;
    private final Databases databases = new Databases();
    private final Map<String, Filled> filled = new LinkedHashMap<>();
    private final Map<String, Database> idle = new HashMap<>();
    private int made;

    Lab(Scale scale) throws Exception {
        this.scale = scale;
    }

    Scale scale() {
        return scale;
    }

    /** A running installation that all benchmarks share, so they leave its rows as they are. */
    Filled shared(Database.Kind kind, Size size) throws Exception {
        var key = kind + " " + size;
        if (!filled.containsKey(key)) {
            var full = fill(kind, size);
            var installation = Installation.start(full.database);
            installation.awaitAllInMemory();
            filled.put(key, new Filled(installation, full.database, size, full.took));
        }
        return filled.get(key);
    }

    /** A database with a generated organisation on which nothing runs; benchmarks before may have used its sessions. */
    Database filledDatabase(Database.Kind kind, Size size) throws Exception {
        var key = kind + " " + size;
        if (!idle.containsKey(key)) {
            idle.put(key, fill(kind, size).database);
        }
        return idle.get(key);
    }

    /** Of the databases that were used so far. */
    List<String> versions() {
        return filled.values().stream()
                .map(each -> each.installation.jdbc().execute((ConnectionCallback<String>) connection -> {
                    var about = connection.getMetaData();
                    return about.getDatabaseProductName() + " " + about.getDatabaseProductVersion();
                }))
                .distinct()
                .toList();
    }

    Database emptyDatabase(Database.Kind kind) throws Exception {
        made++;
        return databases.empty(kind, "rollcall-" + made);
    }

    private record Full(Database database, Duration took) {}

    /** By an installation that stops afterwards, so that the next one finds in memory what is in the table. */
    private Full fill(Database.Kind kind, Size size) throws Exception {
        var database = emptyDatabase(kind);
        try (var installation = Installation.start(database)) {
            var organization = new GeneratedOrganization(installation.context(), SEED);
            var start = System.nanoTime();
            organization.addPresent(size);
            var took = Duration.ofNanos(System.nanoTime() - start);
            var jdbc = installation.jdbc();
            Secrets.give(jdbc, kind); // before history makes the indexes long
            organization.addHistory(size);
            jdbc.execute(kind == Database.Kind.H2 ? "analyze" : "vacuum analyze");
            return new Full(database, took);
        }
    }

    @Override
    public void close() throws Exception {
        filled.values().forEach(each -> each.installation.close());
        databases.close();
    }
}
