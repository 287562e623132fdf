Feature: The business tests its rules with its own examples
  Examples stand beside the rules, as sentences or as rows of a table. They run against a draft before anybody
  approves it, and they say how good they are: which rows they never reach, which small changes they would not notice.

  Scenario: A change that breaks an example is named at the example
    When marketing drafts "3" as "=> Respond within hours" of "VIP: the top 10 %" in "tables/service-level.csv"
    And the draft is tested
    Then the example "top ten percent" fails
    And it says "\"Respond within hours\" is 3 and should be 2"
    And examples fail for nothing else than "Respond within hours"

  Scenario: A harmless change passes all examples
    When marketing drafts "a new note" as "Note" of "print otherwise" in "tables/channel.csv"
    And the draft is tested
    Then all examples pass
    And every row of "tables/channel.csv" fires in some example

  Scenario: A row without an example is named
    When marketing drafts the table "tables/greeting.csv"
      """
      Table,greeting,Hit policy,collect,Subject,customer,Language,en
      Name,Action is,Postal code starts with,=> Applicable
      nobody tries this,survey,9999,no
      """
    And the draft is tested
    Then no example makes the row "nobody tries this" fire

  Scenario: A change that no example notices is named
    When marketing drafts "a new note" as "Note" of "print otherwise" in "tables/channel.csv"
    And the draft is tested
    Then more than a third of the small changes are noticed
    And each change that is not noticed is named with its cell

  Scenario: A sentence that is no step is answered with the nearest one
    When marketing drafts the file "tests/typo.feature"
      """
      Feature: Typing errors
        Scenario: A typing error
          Given a customer with Lead score 1
          When the channel was decided
          Then the Channel is "Web"
      """
    And the draft is tested
    Then it says "Maybe you meant: the channel is decided"
