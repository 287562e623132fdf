Feature: Claims are triaged and given to whom they fit
  The claims team keeps these examples; they run whenever a draft of the rules is tested.

  Scenario Outline: <name>
    Given a claim with Fraud suspicion <fraud> and Claim amount <amount>
    When the claim triage is decided
    Then the Triage is "<triage>"
    And the reason names the row "<row>"

    Examples:
      | name                        | fraud | amount | triage           | row                       |
      | suspicious whatever it is   | 0.7   | 10     | investigate      | suspicious                |
      | doubtful                    | 0.69  | 1000   | send an assessor | doubtful and not small    |
      | doubtful from 0.3 on        | 0.3   | 5000   | send an assessor | doubtful and not small    |
      | small and doubtful          | 0.69  | 999    | settle at once   | small and hardly doubtful |
      | small and a little doubtful | 0.3   | 999    | settle at once   | small and hardly doubtful |
      | small and clean             | 0.29  | 2499   | settle at once   | small and clean           |
      | large                       | 0.29  | 2500   | send an assessor | large                     |

  Scenario: Nobody knows what it is about
    Given a claim with Claim kind water
    When the claim triage is decided
    Then the Triage is "send an assessor"
    And the reason names the row "not enough known"

  Scenario Outline: <kind> goes to whoever knows about it
    Given the jurist "Ada" with Skills <skill>, Open cases 10 and Available yes
    And the jurist "Bo" with Skills GENERAL, Open cases 10 and Available yes
    And the jurist "Cy" with Skills <skill>, Open cases 0 and Available no
    And the jurist "Di" with Skills <skill>, Open cases 25 and Available yes
    And a claim with Claim kind <kind>
    When the assignment is decided
    Then the first recommendation is "Ada"
    And "Bo" is offered
    And "Cy" is not offered
    And "Di" is not offered

    Examples:
      | kind      | skill     |
      | water     | WATER     |
      | liability | LIABILITY |
      | traffic   | TRAFFIC   |
      | contract  | CONTRACT  |
