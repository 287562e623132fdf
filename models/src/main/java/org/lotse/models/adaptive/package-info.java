/**
 * What outcomes teach from one to the next: layers that correct a trained model per action and channel, updated by every
 * outcome, forgetting what is long ago. Start at {@link org.lotse.models.adaptive.Layer}; how a model and its layers would
 * have done is told by {@link org.lotse.models.adaptive.Rehearse}.
 */
@NullMarked
package org.lotse.models.adaptive;

import org.jspecify.annotations.NullMarked;
