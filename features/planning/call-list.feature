Feature: The call list
  Calls are made when somebody answers, by somebody who can help, and where they are worth most. Who is left out is named
  with a reason.

  Background:
    Given a call plan for 2026-11-23 from 08:00 to 10:00 in slots of 60 minutes
    And the agent "anna" who speaks "fibre"

  Scenario: The hours go to the calls that bring most
    Given the candidate "c-rich" worth 500, closing 0.2, reached at 08:00 with 0.2 and at 09:00 with 0.8
    And the candidate "c-small" worth 100, closing 0.2, reached at 08:00 with 0.6 and at 09:00 with 0.7
    And the candidate "c-least" worth 1, closing 0.1, reached at 08:00 with 0.1 and at 09:00 with 0.1
    When the calls are planned, one per slot
    Then "c-rich" is called at 09:00 by "anna"
    And "c-small" is called at 08:00 by "anna"
    And "c-least" is not called, with a reason in words

  Scenario: Nobody has the skill
    Given the candidate "c-satellite" worth 900, closing 0.5, reached at 08:00 with 0.9 and at 09:00 with 0.9, needing "satellite"
    When the calls are planned, one per slot
    Then "c-satellite" is not called, with a reason in words

  Scenario: An impossible problem is named before anything is calculated
    Given the candidate "c-odd" worth 100, closing 1.2, reached at 08:00 with 0.6 and at 09:00 with 0.7
    When the calls are planned, one per slot
    Then it is refused with status 400
    And the refusal names "1.2"

  Scenario: The list for our own customers
    When the calls are planned for our stored customers
    Then the plan has calls, each with customer, agent and hour
    And each call says from which model its reachability comes, and how many own calls count in it
    And each planned call is reserved as a contact

  Scenario: A call is worth what the decisions would gain by it
    When the calls are planned for our stored customers, valued by the decisions
    Then the plan has calls, each with customer, agent and hour
    And each call names what is to be offered
