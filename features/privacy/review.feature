Feature: Review by a human being
  Whoever does not accept a decision gets a human being who looks at what the decision saw, confirms or corrects it, and gives
  the person an answer. A correction teaches the models.

  Background:
    Given a customer with Internet access DSL, Online security no, Monthly charge 60 EUR and Contract monthly

  Scenario: A correction is answered and becomes an outcome
    When the customer calls with Reason for the call cancel
    And the customer asks for a review because "I was promised a credit"
    Then the review waits for a human being
    When the reviewer corrects it to "Care call" because "It was promised on the phone."
    Then the person is told "Care call" and "It was promised on the phone."
    And the correction is an outcome of the decision

  Scenario: A confirmation gives its reason
    When the customer calls with Reason for the call cancel
    And the customer asks for a review because "This is unfair"
    And the reviewer confirms it because "Everybody with this contract gets the same offer."
    Then the person is told "confirms" and "Everybody with this contract gets the same offer."

  Scenario: A correction needs something that could have been
    When the customer calls with Reason for the call cancel
    And the customer asks for a review because ""
    And the reviewer corrects it to "free-holiday" because "Why not"
    Then it is refused with status 400
    And the refusal names "free-holiday"

  Scenario: An agent asks for a review, a reviewer decides it
    When the customer calls with Reason for the call cancel
    And the customer asks for a review because "Please check"
    And an agent decides the review
    Then it is refused as "Not allowed" with status 403
