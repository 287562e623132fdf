Feature: Many requests at once
  A limit is a limit, however many campaigns, agents and pages ask for the same person in the same moment. Whoever cannot be
  told in time what has been reserved is not contacted.

  Scenario: Sixty-four requests for one person get two e-mails at most
    Given a customer with Internet access DSL, Online security no, Television package no, Monthly charge 60 EUR, Contract monthly and Consent for e-mail yes
    When the next best action over E-mail is decided by 64 requests at once
    Then at most 2 contacts are reserved for the person

  Scenario: Sixty-four requests for two records of one person get two e-mails at most
    Given a customer with Internet access DSL, Online security no, Television package no, Monthly charge 60 EUR, Contract monthly and Consent for e-mail yes
    And the same person has another customer record with Consent for e-mail yes
    When the records are merged
    And the next best action over E-mail is decided by 64 requests at once
    Then at most 2 contacts are reserved for the person
