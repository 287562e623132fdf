package org.lotse.rules.model;

import org.lotse.engine.reply.Reply;
import org.lotse.engine.term.SubjectType;

/**
 * When a text is said.
 *
 * @param reply the text
 * @param subject whose terms it reads
 * @param condition what has to hold
 * @param cell where the text stands, {@code H4}
 */
public record ReplyRule(Reply reply, SubjectType subject, Condition condition, String cell) {
    /** How many things have to hold: the text for the most special case is said. */
    public int filled() {
        return condition.tests().size()
                + (reply.about() instanceof Reply.OfIntent(var type, var intent) && intent.isEmpty() ? 0 : 1);
    }
}
