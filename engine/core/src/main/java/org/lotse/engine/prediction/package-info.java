/**
 * What decisions need to know of trained models: a name in, a calibrated number and the model's version out. How they
 * are trained and scored is the business of the adapter.
 */
@NullMarked
package org.lotse.engine.prediction;

import org.jspecify.annotations.NullMarked;
