package org.lotse.api.insight;

import java.util.List;
import java.util.Locale;
import org.lotse.api.database.InstanceLock;
import org.lotse.api.model.JdbcServedModels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at every serving model once a night, on one instance, and keeps what it finds. */
@Component
class KeepWatch {
    private static final Logger LOG = LoggerFactory.getLogger(KeepWatch.class);
    private static final long LOCK = 4_425;
    private static final int DAYS = 7;

    private final WatchModels watch;
    private final ModelFindings findings;
    private final JdbcServedModels served;
    private final InstanceLock lock;

    KeepWatch(WatchModels watch, ModelFindings findings, JdbcServedModels served, InstanceLock lock) {
        this.watch = watch;
        this.findings = findings;
        this.served = served;
        this.lock = lock;
    }

    @Scheduled(cron = "${lotse.watch-models-at:0 30 4 * * *}")
    void nightly() {
        lock.tryRun(LOCK, this::look);
    }

    void look() {
        for (String model : List.copyOf(served.models().versions().keySet())) {
            try {
                watch.report(model, DAYS, Locale.ENGLISH).ifPresent(this::keep);
            } catch (RuntimeException e) {
                LOG.warn("The model {} could not be watched; trying again next night", model, e);
            }
        }
    }

    private void keep(DriftReport report) {
        findings.keep(report);
        report.watched().stream()
                .filter(one -> one.verdict() == org.lotse.models.drift.Watch.Verdict.CHANGED)
                .forEach(one -> LOG.warn(
                        "Model {}: {} {} has changed (size {}, chance {})",
                        report.model(),
                        one.kind(),
                        one.name(),
                        one.size(),
                        one.p()));
    }
}
