package org.lotse.engine.contact;

import org.lotse.engine.term.SubjectId;

/**
 * Where a person stands with us.
 *
 * @param permissions what the person has allowed and objected to
 * @param history the contacts and answers that may still count
 * @param person the record that stands for the person
 */
public record Standing(Permissions permissions, ContactHistory history, SubjectId person) {}
