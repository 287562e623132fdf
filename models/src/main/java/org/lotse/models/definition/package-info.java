/**
 * What a model is to predict and from what, as analysts write it in YAML. Start at {@link
 * org.lotse.models.definition.ReadDefinition}. Depends on the engine's terms only.
 */
@NullMarked
package org.lotse.models.definition;

import org.jspecify.annotations.NullMarked;
