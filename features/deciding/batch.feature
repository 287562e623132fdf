Feature: Deciding for all stored customers
  A campaign is one question for everybody who is meant. It reserves each contact as it is decided, can be stopped and goes on
  where it was, and contacts nobody twice.

  Background:
    Given 40 customers of a new region who may be written to

  Scenario: Everybody who is meant is decided for once
    When the next best action over E-mail is decided for all customers of that region
    Then the batch is complete
    And there is one result for each of them, with its contact reserved

  Scenario: A batch that is stopped and resumed contacts nobody twice
    When the next best action over E-mail is decided for all customers of that region
    And the batch is stopped and resumed
    Then the batch is complete
    And there is one result for each of them, with its contact reserved

  Scenario: A segment nobody can tell is refused at once
    When the next best action is decided for all customers with "no-such-term" set to "x"
    Then it is refused with status 400
    And the refusal names "no-such-term"

  Scenario: An agent does not start campaigns
    When an agent wants to decide for all customers
    Then it is refused as "Not allowed" with status 403
