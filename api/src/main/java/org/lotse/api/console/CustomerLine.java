package org.lotse.api.console;

/**
 * A customer as a list names one.
 *
 * @param id the customer's id
 * @param name empty when not delivered
 * @param town empty when not delivered
 * @param phone empty when not delivered
 */
record CustomerLine(String id, String name, String town, String phone) {}
