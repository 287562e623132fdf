package org.lotse.rules.drools;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.DirectFiringOption;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Sessions that are used again: insert, fire, delete. (Making one costs more than asking it.) Thread-safe: a session is
 * with one thread at a time. A session in which anything failed is not used again.
 */
final class Sessions implements AutoCloseable {
    private final KieBase base;
    private final KieSessionConfiguration configuration;
    private final ConcurrentLinkedQueue<Session> idle = new ConcurrentLinkedQueue<>();

    /**
     * How often a session is asked. One that fires at once keeps what it was asked, so it is given up before that matters;
     * the cost of making it is spread over its questions.
     */
    private static final int USES = 64;

    /** A session and how often it may still be asked. */
    private static final class Session {
        private final KieSession session;
        private int left = USES;

        Session(KieSession session) {
            this.session = session;
        }
    }

    Sessions(KieBase base) {
        this.base = base;
        this.configuration = KieServices.get().newKieSessionConfiguration();
        // One rule per scope and one thread per session: nothing to put in order, nothing to guard.
        configuration.setOption(DirectFiringOption.YES);
        configuration.setOption(ThreadSafeOption.NO);
    }

    /** Several questions to one session. */
    Asking open() {
        Session session = idle.poll();
        return new Asking(session == null ? new Session(base.newKieSession(configuration, null)) : session);
    }

    @Override
    public void close() {
        for (Session each = idle.poll(); each != null; each = idle.poll()) {
            each.session.dispose();
        }
    }

    /** A session in one thread's hands. */
    final class Asking implements AutoCloseable {
        private @Nullable Session session;

        private Asking(Session session) {
            this.session = session;
        }

        /** Lets the rules ask their rows about this. */
        void ask(Inquiry inquiry) {
            Session asked = session;
            if (asked == null) {
                throw new IllegalStateException(
                        "The session was closed before scope " + inquiry.scopeNumber() + " was asked.");
            }
            session = null;
            FactHandle handle = asked.session.insert(inquiry);
            asked.session.fireAllRules();
            asked.session.delete(handle);
            asked.left--;
            session = asked;
        }

        @Override
        public void close() {
            Session asked = session;
            session = null;
            if (asked != null && asked.left > 0) {
                idle.add(asked);
            } else if (asked != null) {
                asked.session.dispose();
            }
        }
    }
}
