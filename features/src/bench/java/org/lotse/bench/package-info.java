/**
 * Benchmarks of the decision in process, beside a hand-written equivalent. Start at {@link
 * org.lotse.bench.PipelineBenchmark}; run by the profile {@code bench-engine}, never as a test.
 */
@NullMarked
package org.lotse.bench;

import org.jspecify.annotations.NullMarked;
