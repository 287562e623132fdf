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

  Scenario Outline: Who has just had a case about <matter> is quicker with the next
    Given the jurist "Ada" with Skills <skill>, Open cases 7, Available yes and Matter of the last case <matter>
    And the jurist "Bo" with Skills <skill>, Open cases 4, Available yes and Matter of the last case something else
    And the jurist "Cy" with Skills <skill>, Open cases 3, Available yes and Matter of the last case <other>
    And a claim with Claim kind <matter>
    When the assignment is decided
    Then the first recommendation is "Ada"

    Examples:
      | matter    | skill     | other     |
      | water     | WATER     | traffic   |
      | liability | LIABILITY | water     |
      | traffic   | TRAFFIC   | contract  |
      | contract  | CONTRACT  | liability |

  Scenario Outline: A generalist comes before a specialist in something other than <matter>
    Given the jurist "Ada" with Skills <other>, Open cases 0 and Available yes
    And the jurist "Bo" with Skills GENERAL, Open cases 5 and Available yes
    And the jurist "Cy" with Skills TAX, Open cases 0, Available yes and Matter of the last case <last>
    And a claim with Claim kind <matter>
    When the assignment is decided
    Then the first recommendation is "Bo"

    Examples:
      | matter    | other     | last      |
      | water     | LIABILITY | liability |
      | water     | TRAFFIC   | traffic   |
      | water     | CONTRACT  | contract  |
      | liability | WATER     | water     |
      | traffic   | WATER     | water     |
      | contract  | TRAFFIC   | traffic   |

  Scenario Outline: A specialist in <matter> with a full desk leaves the case to a generalist
    Given the jurist "Ada" with Skills <skill>, Open cases 24, Available yes and Cases assigned in 7 days 7
    And the jurist "Bo" with Skills GENERAL, Open cases 0 and Available yes
    And a claim with Claim kind <matter>
    When the assignment is decided
    Then the first recommendation is "Bo"
    And "Ada" is offered

    Examples:
      | matter    | skill     |
      | water     | WATER     |
      | liability | LIABILITY |
      | traffic   | TRAFFIC   |
      | contract  | CONTRACT  |

  Scenario: With a little less on the desk the specialist takes it
    Given the jurist "Ada" with Skills WATER, Open cases 24, Available yes and Cases assigned in 7 days 5
    And the jurist "Bo" with Skills GENERAL, Open cases 0 and Available yes
    And the jurist "Cy" with Skills WATER, Open cases 25 and Available yes
    And the jurist "Di" with Skills WATER and Open cases 0
    And a claim with Claim kind water
    When the assignment is decided
    Then the first recommendation is "Ada"
    And "Cy" is not offered
    And "Di" is not offered

  Scenario: Other matters go to generalists
    Given the jurist "Ada" with Skills WATER, Open cases 0 and Available yes
    And the jurist "Bo" with Skills GENERAL, Open cases 5 and Available yes
    And a claim with Claim text "a question"
    When the assignment is decided
    Then the first recommendation is "Bo"
