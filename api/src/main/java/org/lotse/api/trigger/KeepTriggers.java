package org.lotse.api.trigger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for causes and takes what is due, every second, on every instance; rows are locked, so none is taken twice. */
@Component
class KeepTriggers {
    private static final Logger LOG = LoggerFactory.getLogger(KeepTriggers.class);

    private final NoticeCauses notice;
    private final SpreadCauses spread;
    private final RunTrigger run;
    private final TriggerSettings settings;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean ready;
    private volatile Instant lookedForSilences = Instant.EPOCH;

    KeepTriggers(NoticeCauses notice, SpreadCauses spread, RunTrigger run, TriggerSettings settings, Clock clock) {
        this.notice = notice;
        this.spread = spread;
        this.run = run;
        this.settings = settings;
        this.clock = clock;
    }

    /** Before the start is complete there may be no rules yet. */
    @EventListener
    void started(ApplicationReadyEvent ignored) {
        ready = true;
    }

    @Scheduled(fixedDelayString = "${lotse.triggers.look-every:1s}")
    void look() {
        if (ready && busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("triggers").start(() -> {
                try {
                    keep();
                } catch (RuntimeException e) {
                    LOG.warn("Triggers could not be kept; they are looked at again", e);
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    /** Does everything that is due now. */
    void keep() {
        notice.timesCome();
        Instant now = clock.instant();
        if (!now.isBefore(lookedForSilences.plus(settings.absencesEvery()))) {
            notice.silencesBegun();
            lookedForSilences = now;
        }
        while (spread.spreadNext()) {
            Thread.onSpinWait();
        }
        List<Runnable> workers = new ArrayList<>();
        for (int worker = 0; worker < settings.atOnce(); worker++) {
            workers.add(this::runAll);
        }
        try (ExecutorService at = Executors.newVirtualThreadPerTaskExecutor()) {
            workers.forEach(at::execute);
        }
    }

    private void runAll() {
        try {
            while (run.runNext()) {
                Thread.onSpinWait();
            }
        } catch (RuntimeException e) {
            LOG.warn("Runs of triggers could not be taken; they are taken again", e);
        }
    }
}
