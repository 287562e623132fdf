package org.lotse.rules.drools;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Sessions that are used again: insert, fire, delete. (Making one costs more than asking it.) Thread-safe: a session is
 * with one thread at a time. A session in which anything failed is not used again.
 */
final class Sessions implements AutoCloseable {
    private final KieBase base;
    private final ConcurrentLinkedQueue<KieSession> idle = new ConcurrentLinkedQueue<>();

    Sessions(KieBase base) {
        this.base = base;
    }

    /** Several questions to one session. */
    Asking open() {
        KieSession session = idle.poll();
        return new Asking(session == null ? base.newKieSession() : session);
    }

    @Override
    public void close() {
        for (KieSession session = idle.poll(); session != null; session = idle.poll()) {
            session.dispose();
        }
    }

    /** A session in one thread's hands. */
    final class Asking implements AutoCloseable {
        private @Nullable KieSession session;

        private Asking(KieSession session) {
            this.session = session;
        }

        /** Lets the rules ask their rows about this. */
        void ask(Inquiry inquiry) {
            KieSession asked = session;
            if (asked == null) {
                throw new IllegalStateException(
                        "The session was closed before scope " + inquiry.scopeNumber() + " was asked.");
            }
            session = null;
            FactHandle handle = asked.insert(inquiry);
            asked.fireAllRules();
            asked.delete(handle);
            session = asked;
        }

        @Override
        public void close() {
            if (session != null) {
                idle.add(session);
                session = null;
            }
        }
    }
}
