Feature: Contact limits
  Two e-mails in seven days are enough. An outbound decision reserves its contact before anybody acts on it, so that two
  campaigns never write to the same person at once; a contact that is not made is given back.

  Background:
    Given a customer with Internet access DSL, Online security no, Television package no, Monthly charge 60 EUR, Contract monthly and Consent for e-mail yes

  Scenario: The third e-mail within seven days is not sent
    When the next best action over E-mail is decided
    Then a contact is reserved
    When the next best action over E-mail is decided
    Then a contact is reserved
    When the next best action over E-mail is decided
    Then nothing is offered, with a reason
    And "Security package" is not offered because of the contact limits
    And it stands in the way that "2 contacts over E-mail in 7 days, at most 2: free again on"

  Scenario: A released contact is free at once
    When the next best action over E-mail is decided
    And the next best action over E-mail is decided
    And the last contact is released
    And the next best action over E-mail is decided
    Then a contact is reserved

  Scenario: A confirmed contact has happened
    When the next best action over E-mail is decided
    Then the reserved contact is due
    When the last contact is confirmed
    Then the contact is no longer due
    And the next decision knows that Contacts in 30 days is "1"

  Scenario: What is confirmed cannot be taken back
    When the next best action over E-mail is decided
    And the last contact is confirmed
    And the last contact is released
    Then it is refused as "Settled already" with status 409

  Scenario: A call from the customer uses up nothing
    When the customer calls with Reason for the call question
    Then no contact is reserved
