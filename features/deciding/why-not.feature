Feature: Why not something else?
  For everything that was not offered the agent hears the obstacle and the smallest change that would have had it offered. A
  stated change is no guess: it has been tried, and trying it again gives the offer.

  Background:
    Given a customer with Contract monthly, Monthly charge 60 EUR, Tenure in months 40, Internet access DSL, Fibre available no, Online security yes, Television package no and Age of device in months 6

  Scenario: Every single change that is stated leads to the offer
    When the customer calls with Reason for the call question
    Then what is not offered has a stage, an obstacle in words and a way out or says that none is known
    And every single change of a term that is stated leads to the offer

  Scenario: The device is too new, and it is said from when on it is not
    When the customer calls with Reason for the call cancel
    Then the way out for "Subsidised device" begins with "Age of device in months would have to be at least 24"

  Scenario: What never was a candidate is refused by name
    When the customer calls with Reason for the call question
    Then asking why not "free-unicorn" is refused, naming "free-unicorn" and "newsletter"

  Scenario: A prediction says what it is made of
    When the customer calls with Reason for the call question
    Then what each prediction is made of adds up to it
    And the prediction "Churn risk" says "on average"

  Scenario: The e-mail limit says how many, in which time, and from when on it is free
    Given the customer has Consent for e-mail yes
    When the next best action over E-mail is decided
    And the next best action over E-mail is decided
    And the next best action over E-mail is decided
    Then the obstacle of "Television package" is "2 contacts over E-mail in 7 days, at most 2: free again on"
    And the way out for "Television package" begins with "From"
