Feature: Several places in one request
  A page, a letter or a conversation has more than one place for an offer. They are filled together: nobody sees the same
  offer twice, and what the contact limits allow is shared by all places.

  Background:
    Given a customer with Internet access DSL, Online security no, Television package no, Monthly charge 60 EUR, Contract monthly and Consent for e-mail yes

  Scenario: Two places of a page get two different offers
    When the places "banner" and "sidebar" over Web are filled
    Then the places "banner" and "sidebar" show different offers
    And doing nothing is worth 0 and stands behind them

  Scenario: A place takes only the groups it is for
    When the place "help" for the group "service-offer" over Web is filled
    Then the place "help" shows nothing of the group "sales"
    And "Security package" is not offered because of the places

  Scenario: Two places of one mailing reserve two contacts, a third finds the limit used up
    When the places "first", "second" and "third" of a mailing over E-mail are filled
    Then the places "first" and "second" have reserved a contact
    And the place "third" stays empty

  Scenario: A decision for several places taken again gives the same result
    When the places "banner" and "sidebar" over Web are filled
    Then taking the decision again gives the identical result
