Feature: Promises block publishing
  What must hold whatever the tables say stands in promises.rules. A draft whose tables break it is not submitted; the
  service shows for whom.

  Scenario: A voucher for customers who do not pay
    When marketing drafts "yes" as "=> Voucher allowed" of "not while bills are unpaid" in "tables/voucher.csv"
    Then the draft cannot be submitted because it breaks a promise
    And the counter-example names "Payment delay"
    And the counter-example names "Voucher allowed yes"
    And the rules in force are unchanged

  Scenario: A credit for customers who have left
    When marketing drafts "" as "Times left up to" of "credit for customers we have" in "tables/eligibility.csv"
    Then the draft cannot be submitted because it breaks a promise
    And the counter-example names "Times left 1"
    And the counter-example names "Credit of 20 EUR"

  Scenario: A draft that keeps its promises goes on
    When marketing drafts "1" as "=> Respond within hours" of "VIP: the top 10 %" in "tables/service-level.csv"
    Then the draft can be submitted
