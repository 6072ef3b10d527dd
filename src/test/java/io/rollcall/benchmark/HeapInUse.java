package io.rollcall.benchmark;

/** What the JVM keeps of its heap. */
final class HeapInUse {

    private HeapInUse() {}

    /** In bytes, after collections, until they find nothing more. */
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
}
