/**
 * How good the routes are, on published instances and beside other solvers; see the documentation of performance. Start at
 * {@link org.lotse.bench.routes.RouteTable}. Nothing here is part of the product.
 */
@org.jspecify.annotations.NullMarked
package org.lotse.bench.routes;
