Feature: One person with two records
  When two customer records turn out to be the same person, limits and permissions are the person's from the next decision on,
  whichever record is asked for. A merge can be undone.

  Background:
    Given a customer with Internet access DSL, Online security no, Television package no, Monthly charge 60 EUR, Contract monthly and Consent for e-mail yes
    And the same person has another customer record with Consent for e-mail yes

  Scenario: Contacts of both records count
    When the next best action over E-mail is decided
    And the next best action over E-mail is decided for the other record
    And the records are merged
    And the next best action over E-mail is decided
    Then "Security package" is not offered because of the contact limits

  Scenario: An objection noted on one record holds for the person
    When the records are merged
    And the person objects on the other record
    And the next best action over E-mail is decided
    Then "Security package" is not offered because of its consent

  Scenario: After a split each record has its own contacts again
    When the next best action over E-mail is decided
    And the next best action over E-mail is decided for the other record
    And the records are merged
    And the records are split
    And the next best action over E-mail is decided
    Then a contact is reserved

  Scenario: A record cannot be merged into itself
    When the record is merged into itself
    Then it is refused with status 400
