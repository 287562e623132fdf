/**
 * Tells other systems what has happened here, over HTTP: signed, again and again until they have it, and visibly dead when
 * they never do. Start at {@link org.lotse.api.webhook.Webhooks}. May depend on log, problem and
 * subjects.
 */
@NullMarked
package org.lotse.api.webhook;

import org.jspecify.annotations.NullMarked;
