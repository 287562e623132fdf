/**
 * The pages people work with, one per role, in German and English: start at {@link org.lotse.api.console.ConsolePage},
 * which lists them and who may open which. Each page has a controller that puts the answers of other capabilities into
 * view records; templates only lay them out, and every word they show is in {@code messages/console*.properties}.
 * Nothing depends on this package; it may depend on any other.
 */
@NullMarked
package org.lotse.api.console;

import org.jspecify.annotations.NullMarked;
