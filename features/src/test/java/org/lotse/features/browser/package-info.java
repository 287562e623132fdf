/**
 * The pages in a real browser: what each role sees and does, by keyboard, on a phone, and with assistive technology. Start
 * at {@link org.lotse.features.browser.Browsing}. Without a Chromium the tests are skipped, unless {@code CI=true}.
 */
@NullMarked
package org.lotse.features.browser;

import org.jspecify.annotations.NullMarked;
