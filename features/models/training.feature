Feature: Models learn from the history
  An analyst trains a model, sees beside its quality what one gets without any model, and decides whether it serves.

  Scenario: Training is a job with a report
    When the analyst trains the model "closing"
    Then the job is done
    And the report says how well the new version ranks and how honest its probabilities are
    And the report shows a simple baseline beside it
    And the provenance of the version is known

  Scenario: A version serves once it is promoted
    When the analyst trains the model "closing"
    And the job is done
    And the analyst promotes the new version
    Then the new version is the champion of "closing"
    And the version before is kept

  Scenario: A model nobody has defined
    When the analyst trains the model "crystal-ball"
    Then it is refused as "Unknown model" with status 404
    And the refusal names "crystal-ball" and the way out "closing"

  Scenario: Predictions name the version they come from
    Given a customer with Contract monthly, Monthly charge 80 EUR and Tenure in months 3
    When the customer calls with Reason for the call question
    Then the score Churn risk is between 0 and 1 and names its model
