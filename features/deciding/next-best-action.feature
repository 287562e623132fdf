Feature: Next best action
  A customer on the line wants to cancel. In the same moment the agent gets an individual offer, the reasons to read aloud,
  and on request for every other offer the one thing that stands in its way.

  Background:
    Given a customer with Contract monthly, Monthly charge 80 EUR, Tenure in months 40, Internet access fibre, Online security yes and Television package yes

  Scenario: Whoever wants to cancel is offered something to stay for
    Given the customer has Churn risk 0.6, Spend in 12 months 900 and Customer value percentile 85
    When the customer calls with Reason for the call cancel
    Then the first recommendation is one of "Credit of 20 EUR, Extend the contract, Subsidised device, Cheaper matching tariff"
    And the recommendation gives a reason for its place in the list
    And the reason names the row "wants to leave"

  Scenario: An annoyed caller hears a calming tone
    Given the customer has Churn risk 0.6, Spend in 12 months 900 and Customer value percentile 85
    When the customer calls with Reason for the call cancel and Mood annoyed
    Then the tone of the recommendation is "calming"
    And the agent can say "I am sorry for the trouble"

  Scenario: The reasons come in the reader's language
    Given the customer has Churn risk 0.6, Spend in 12 months 900 and Customer value percentile 85
    When the customer calls with Reason for the call cancel
    Then the reason says "Rule “wants to leave”"
    When the same is asked in German
    Then the reason says "Regel „wants to leave“"

  Scenario: Why not fibre? Because it does not reach the house
    Given the customer has Fibre available no
    When the customer calls with Reason for the call question
    Then "Upgrade to fibre" is not offered because of its eligibility
    And it stands in the way that "Fibre available is no, needed yes"
    And the way out is "Fibre available would have to be yes"

  Scenario: Not everyone gets the same offer
    Given the customer has Age of device in months 6
    When the customer calls with Reason for the call cancel
    Then "Subsidised device" is not offered because of its eligibility
    And it stands in the way that "Age of device in months is 6, needed at least 24"
    And "Credit of 20 EUR" is not excluded by its eligibility

  Scenario: No upselling to somebody with an open complaint
    Given the customer has Open complaints 1, Internet access DSL, Fibre available yes and Online security no
    When the customer calls with Reason for the call question
    Then "Upgrade to fibre" is not offered because of its suitability
    And "Security package" is not offered because of its suitability
