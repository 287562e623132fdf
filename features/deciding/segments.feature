Feature: Campaigns for the segments of the rules
  Marketing names parts of all customers once, in segments.rules, and uses the names in campaigns and call lists.

  Scenario: A campaign for a segment means nobody else
    Given two customers alike, of whom one has dependents
    When the next best action is decided for all customers of the segment "families"
    Then there is a result for the one with dependents only

  Scenario: A segment the rules do not have is refused at once
    When the next best action is decided for all customers of the segment "people I like"
    Then it is refused as "Unknown segment" with status 404
    And the refusal names "Families"
