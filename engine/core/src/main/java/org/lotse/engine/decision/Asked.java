package org.lotse.engine.decision;

import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;

/**
 * A question the engine has understood.
 *
 * @param request as asked
 * @param declaration the decision it asks for
 * @param rules the bundle it is decided by
 * @param id what the decision will be called
 * @param waiting run once only the durable record is waited for
 */
record Asked(DecisionRequest request, DecisionDeclaration declaration, RuleSet rules, String id, Runnable waiting) {}
