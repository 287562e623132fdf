package org.lotse.api.start;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells whoever waits for the service, on standard output, what has been done and after how many seconds. Thread-safe. */
final class Progress {
    private final PrintStream out;
    private final Clock clock;
    private final Instant begin;

    Progress(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.begin = clock.instant();
    }

    synchronized void tell(String what) {
        double seconds = Duration.between(begin, clock.instant()).toMillis() / 1000.0;
        out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds, what);
        out.flush();
    }
}
