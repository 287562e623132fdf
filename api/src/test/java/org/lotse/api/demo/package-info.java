@NullMarked
package org.lotse.api.demo;

import org.jspecify.annotations.NullMarked;
