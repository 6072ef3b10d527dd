package io.rollcall.benchmark;

import java.util.List;

/** One measured thing, by its name in the table of what we measure. */
interface Benchmark {

    String id();

    /** Measures, after having seen that the work is really done, and answers with rows of the table. */
    List<Result> run(Lab lab) throws Exception;
}
