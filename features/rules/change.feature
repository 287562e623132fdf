Feature: A change of the rules, from draft to effect and back
  Marketing changes a table. What is wrong with it is said at the cell, somebody else approves, from then on decisions follow
  it, and one step takes it back.

  Scenario: A damaged cell is named
    When marketing drafts "ninety" as "Customer value percentile from" of "VIP: the top 10 %" in "tables/service-level.csv"
    Then the draft has the error WRONG_TYPE in "tables/service-level.csv" at cell "B3"
    And the finding says "ninety"
    And the draft cannot be submitted
    And the rules in force are unchanged

  Scenario: A term nobody knows is named, with what may be meant
    When marketing drafts the table "tables/oops.csv"
      """
      Table,oops,Hit policy,first,Subject,customer,Language,en
      Name,Lead scoer from,=> Channel
      typing error,1,E-mail
      """
    Then the draft has the error UNKNOWN_TERM in "tables/oops.csv" at cell "B2"

  Scenario: Nobody approves their own change
    Given a draft that somebody with all rights has edited and submitted
    When the same person approves it
    Then it is refused as "Somebody else has to approve" with status 403
    And the rules in force are unchanged

  Scenario: A change takes effect with its activation and ends with the rollback
    Given a customer with Customer value percentile 95
    When marketing drafts "1" as "=> Respond within hours" of "VIP: the top 10 %" in "tables/service-level.csv"
    And the service level is decided
    Then the respond within hours is "2"
    When the draft is submitted by marketing, approved and activated by somebody else
    And the service level is decided
    Then the respond within hours is "1"
    When the release manager goes back to the rules before
    And the service level is decided
    Then the respond within hours is "2"

  Scenario: Two people change the same draft
    When marketing drafts "1" as "=> Respond within hours" of "VIP: the top 10 %" in "tables/service-level.csv"
    And somebody changes a file of it meanwhile
    And marketing changes the file it read before
    Then it is refused as "Changed meanwhile" with status 412

  Scenario: A planned change never undoes what others put into force before
    When marketing drafts "1" as "=> Respond within hours" of "VIP: the top 10 %" in "tables/service-level.csv"
    And the draft is submitted by marketing, approved and planned for tomorrow by somebody else
    And other rules with "3" as "=> Respond within hours" of "VIP: the top 10 %" in "tables/service-level.csv" come into force today
    Then the planned draft is held
    And bringing it together asks about "=> Respond within hours" of "VIP: the top 10 %": it was "2", is "3" and would be "1"
    When marketing takes its own value
    Then the draft waits to be submitted and says "1" there
