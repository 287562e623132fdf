/**
 * The plain baseline that benchmarks of decisions are measured beside; there only when {@code lotse.bench=true}.
 */
@NullMarked
package org.lotse.api.bench;

import org.jspecify.annotations.NullMarked;
