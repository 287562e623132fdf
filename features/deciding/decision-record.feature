Feature: Every decision can be answered for
  What was decided stays decided: a repeated request is not decided twice, an outcome counts once, and a decision taken under
  last year's rules can be shown and taken again, with the same result.

  Background:
    Given a customer with Internet access DSL, Online security no, Monthly charge 60 EUR, Contract monthly and Tenure in months 20

  Scenario: A request repeated after a lost answer is not decided twice
    When the agent asks for the next best action with the key "call-4711"
    And the agent asks for the next best action with the key "call-4711"
    Then both answers are the same decision

  Scenario: One key is not taken for two different requests
    When the agent asks for the next best action with the key "call-4712"
    And the agent asks something else with the key "call-4712"
    Then it is refused as "Key used for another request" with status 422

  Scenario: An outcome reported twice counts once
    When the customer calls with Reason for the call question
    And the agent reports that "Security package" was ACCEPTED
    Then the report counts
    When the agent sends the same report again
    Then the report does not count again
    And the next decision knows that Offers accepted in 12 months is "1"

  Scenario: An outcome needs an action the decision looked at
    When the customer calls with Reason for the call question
    And the agent reports that "free ice cream" was ACCEPTED
    Then it is refused as "The request is not valid" with status 400
    And the refusal names "free ice cream" and the way out "cross-sell-security"

  Scenario: A decision taken again gives the same result
    When the customer calls with Reason for the call cancel
    Then taking the decision again gives the identical result

  Scenario: Also after the rules have changed
    When the customer calls with Reason for the call cancel
    And marketing has changed "=> Respond within hours" of "Standard: the next 60 %" in "tables/service-level.csv" to "20"
    Then taking the decision again gives the identical result
    And the record names the rules of that day

  Scenario: What if? Nothing is reserved and nothing is kept
    Given the customer has Churn risk 0.9 and Consent for e-mail yes
    When the next best action over E-mail is decided
    Then the answer is marked as a what-if
    And no contact is reserved
    And the decision is not kept

  Scenario: What-if questions need the right to simulate
    Given the customer has Churn risk 0.9
    When the agent asks for the next best action
    Then it is refused as "Not allowed" with status 403
    And the refusal names "simulate"

  Scenario: Many decisions are answered in order, the impossible ones named
    When the service level is asked line by line for the customer, for "nobody-42" and for the customer again
    Then 3 answers come in this order
    And answer 2 is the problem "unknown-subject"
