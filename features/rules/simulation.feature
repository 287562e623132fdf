Feature: Marketing sees what a change would do before anybody approves it
  Decisions are taken again under the draft: those of the last days as they were recorded, or the stored customers as
  they are. Nothing is sent, reserved or recorded.

  Scenario: Whom a change touches, and how
    When marketing drafts "Web" as "=> Channel" of "newsletter only" in "tables/channel.csv"
    And the draft is simulated for "channel" on 300 stored customers
    Then "E-mail" becomes "Web" for some of them, and nothing else becomes anything else
    And every share says between which limits it lies
    And examples name the customer and the row "newsletter only"
    And people of different "Gender" are compared

  Scenario: Decisions of the past are taken again from what was read then
    Given the channel of 5 customers has been decided
    When marketing drafts "Web" as "=> Channel" of "newsletter only" in "tables/channel.csv"
    And the draft is simulated for "channel" on these decisions
    Then all 5 of them are taken again
    And simulating has recorded no decision

  Scenario: Money and scarce hours before and after
    When marketing drafts "yes" as "=> Applicable" of "likely to leave" in "tables/applicability.csv"
    And the draft is simulated for "next-best-action" on 300 stored customers who call to cancel
    Then the expected value and cost are told before and after
    And the use of "voucher-budget" is compared with what there is
