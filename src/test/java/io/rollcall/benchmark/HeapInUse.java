package io.rollcall.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a JVM keeps of its heap. */
final class HeapInUse {

    private static final Pattern TOTAL = Pattern.compile("^Total +\\d+ +(\\d+)$", Pattern.MULTILINE);

    private HeapInUse() {}

    /** Of this one: in bytes, after collections, until they find nothing more. */
    static long now() {
        var runtime = Runtime.getRuntime();
        var used = Long.MAX_VALUE;
        while (true) {
            System.gc();
            var now = runtime.totalMemory() - runtime.freeMemory();
            if (now >= used - 10_000) {
                return now;
            }
            used = now;
        }
    }

    /** Of another process's: in bytes of what is reachable. */
    static long of(long pid) throws IOException {
        jcmd(pid, "GC.run");
        jcmd(pid, "GC.run_finalization"); // of what a finalizer still holds
        var total = TOTAL.matcher(jcmd(pid, "GC.class_histogram"));
        if (!total.find()) {
            throw new IOException("jcmd told nothing of " + pid);
        }
        return Long.parseLong(total.group(1));
    }

    private static String jcmd(long pid, String command) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(pid), command).start();
        try (var out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
