package org.lotse.api.jobs;

import org.jspecify.annotations.Nullable;

/** The work of a job; calls {@link JobRun#progress} every now and then. */
@FunctionalInterface
public interface JobWork {
    /**
     * Does it.
     *
     * @return what is kept as the job's result, written as JSON; null for none
     * @throws JobCancelled from {@link JobRun#progress} when somebody cancelled
     */
    @Nullable
    Object run(JobRun run) throws Exception;
}
