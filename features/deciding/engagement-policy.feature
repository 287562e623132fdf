Feature: May we, does it make sense, is it good for the customer?
  Three questions stand before every offer, in this order: eligibility (law and contract), applicability (sense, now) and
  suitability (good for this customer). The first that says no is named, with its row.

  Scenario Outline: The layer that says no is named, and what it read
    Given a customer with Contract monthly, Monthly charge 60 EUR, Tenure in months 40 and <facts>
    When the customer calls with Reason for the call question
    Then "<offer>" is not offered because of its <layer>
    And it stands in the way that "<obstacle>"

    Examples:
      | facts                                                                     | offer            | layer         | obstacle                          |
      | Internet access DSL, Fibre available no                                   | Upgrade to fibre | eligibility   | Fibre available is no, needed yes |
      | Internet access DSL, Online security yes                                  | Security package | applicability | Online security is yes, needed no |
      | Internet access DSL, Online security no, Fibre available yes, Open complaints 1 | Security package | suitability   | Open complaints is 1              |

  Scenario: The earlier question is the one that is answered
    Given a customer with Internet access fibre, Fibre available no and Open complaints 1
    When the customer calls with Reason for the call question
    Then "Upgrade to fibre" is not offered because of its eligibility

  Scenario: A change of one layer leaves the others in force
    Given a customer with Contract monthly, Monthly charge 60 EUR, Internet access DSL, Online security yes and Fibre available no
    When marketing has changed "Online security is" of "no security package yet" in "tables/applicability.csv" to "yes"
    And the customer calls with Reason for the call question
    Then "Security package" is not excluded by its applicability
    And "Upgrade to fibre" is not offered because of its eligibility
