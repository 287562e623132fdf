package org.lotse.api.console;

import java.util.List;

/**
 * What surrounds every page.
 *
 * @param who the name of whoever is logged in; empty before
 * @param role message key part of the role; empty when there is none
 * @param pages the pages of the header
 * @param current the page shown, by its key; empty on none of them
 * @param language {@code de} or {@code en}
 * @param here the address shown, for returning to it
 */
record Shell(String who, String role, List<ConsolePage> pages, String current, String language, String here) {
    Shell {
        pages = List.copyOf(pages);
    }
}
