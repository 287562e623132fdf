Feature: What happened to a customer
  Events are counted once, however often they are delivered, and are known to the next decision.

  Background:
    Given a customer with Contract monthly and Monthly charge 40 EUR

  Scenario: An event delivered twice counts once
    When this event is delivered twice: ticket with topic OUTAGE
    Then the next decision knows that Tickets in 90 days is "1"
    And the next decision knows that Outages in 90 days is "1"

  Scenario: What lies further back is not counted
    Given the customer has 100 days ago this event: ticket with topic BILLING
    And the customer has 10 days ago this event: ticket with topic BILLING
    Then the next decision knows that Tickets in 90 days is "1"
    And the next decision knows that Tickets in the 90 days before is "1"

  Scenario: An event nobody declared is refused
    When this event is delivered: tikcet with topic OUTAGE
    Then it is refused as "The request is not valid" with status 400
    And the refusal names "tikcet" and the way out "ticket"

  Scenario: What has not happened yet is no event
    When this event of tomorrow is delivered: ticket with topic OUTAGE
    Then it is refused as "The request is not valid" with status 400
    And the refusal names "in the future"
