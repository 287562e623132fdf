/**
 * Which customer records are the same customer: rules, a count of how pairs agree that needs no decision by anybody
 * (Fellegi-Sunter), and what stewards' decisions correct. Start at {@link org.lotse.models.duplicate.FindDuplicates}; what
 * a steward is asked next says {@link org.lotse.models.duplicate.ChooseQuestions}.
 */
@NullMarked
package org.lotse.models.duplicate;

import org.jspecify.annotations.NullMarked;
