Feature: What models may not do
  What is sensitive about people never enters a model by itself, nobody is judged by too few, and what changes in the world is
  found - but not what only seems to.

  Scenario: Gender and age are not learned from, and the report says so
    When the analyst trains the model "churn"
    Then the job is done
    And the report leaves out as sensitive "gender", "age" and "senior"
    And the report names no signal "gender", "age" or "senior"

  Scenario: Groups of people are compared whether the model knows them or not
    When the analyst asks how "churn" treats groups of people
    Then every group shown has at least 8 people
    And for every group it says how it is scored, with an interval for what it is offered

  Scenario: Other people than before are found, the same people are not
    Given 120 private customers, whom the model has been asked about
    And 120 business customers, whom the model is asked about from now on
    Then the watch over "churn" finds that "kind" has changed
    And the same moment gives the same report

  Scenario: Nothing is said of a time nobody was asked about
    When the analyst asks about "churn" as of 1999
    Then the watch says that too few were asked
