/**
 * What an analyst wants to know of a model in service: who uses it ({@link org.lotse.api.insight.FindUsers}), whether its
 * inputs, scores and outcomes are still what they were ({@link org.lotse.api.insight.WatchModels}), and whether it treats groups
 * differently ({@link org.lotse.api.insight.CompareGroupsOfPeople}). Everything is read from the stored decisions and what came
 * of them, as of any moment. May depend on database, decision, model, problem, rule and security.
 */
@NullMarked
package org.lotse.api.insight;

import org.jspecify.annotations.NullMarked;
