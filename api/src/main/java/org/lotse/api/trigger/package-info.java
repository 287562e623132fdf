/**
 * Decides without being asked: on an event, at a time, after a silence. {@code triggers.csv} says when, for whom and what; the
 * contacts that come of it are due in {@code /v1/contacts} and told to other systems.
 *
 * <p>The main path: {@code NoticeCauses} writes down why ({@code trigger_cause}), {@code SpreadCauses} about whom
 * ({@code trigger_run}), {@code RunTrigger} decides, reserves the contact and settles the run in one transaction, so that
 * no restart makes a second contact. May depend on contact, decision, events, problem, subjects and webhook.
 */
@NullMarked
package org.lotse.api.trigger;

import org.jspecify.annotations.NullMarked;
