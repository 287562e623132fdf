package org.lotse.api.subjects;

import java.util.Collection;

/**
 * Published in the transaction that stores what was delivered about subjects.
 *
 * @param deliveries what was delivered; without values for subjects that are merely known from now on
 */
public record SubjectsDelivered(Collection<Delivery> deliveries) {}
