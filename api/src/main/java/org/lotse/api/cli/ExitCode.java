package org.lotse.api.cli;

/** The exit codes every sub-command keeps to. */
public final class ExitCode {
    /** It worked and found nothing wrong. */
    public static final int OK = 0;
    /** It worked and found something wrong, or the work failed. */
    public static final int NEGATIVE = 1;
    /** The command line was not understood. */
    public static final int WRONG_USE = 2;

    private ExitCode() {}
}
