/**
 * What the company can do for a customer and over which channel: the catalogue marketing keeps in {@code actions.csv}
 * and {@code channels.csv}.
 */
@NullMarked
package org.lotse.engine.action;

import org.jspecify.annotations.NullMarked;
