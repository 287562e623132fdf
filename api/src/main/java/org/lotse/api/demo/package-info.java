/**
 * The demo company Nordlicht, a telephone and internet provider that does not exist: 5,000 customers, 24 months of what
 * happened to them, and the truth behind it, all drawn from one seed. The main path starts in
 * {@link org.lotse.api.demo.DemoCompany#generate}; one customer's story is told in {@code Life}. Depends on the engine's
 * terms and events only: no database, no Spring, no JSON library, no clock. How the figures were chosen: docs/demo-data.md.
 */
@NullMarked
package org.lotse.api.demo;

import org.jspecify.annotations.NullMarked;
