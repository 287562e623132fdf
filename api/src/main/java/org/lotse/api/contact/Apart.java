package org.lotse.api.contact;

/**
 * What is left out when a person's contacts are counted: what the order or plan that asks holds itself.
 *
 * @param order an order's key; empty for none
 * @param plan a plan's key; empty for none
 */
record Apart(String order, String plan) {
    static final Apart NOTHING = new Apart("", "");

    static Apart order(String key) {
        return new Apart(key, "");
    }

    static Apart plan(String key) {
        return new Apart("", key);
    }
}
