/** What Rollcall costs, measured against peers in one run; {@link io.rollcall.benchmark.Benchmarks} is its beginning. */
package io.rollcall.benchmark;
