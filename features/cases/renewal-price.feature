Feature: The price of a renewal
  At the end of a contract everybody gets the price that keeps them: from the risk of losing them and what they are worth.

  Scenario Outline: Individual prices
    Given a customer with Monthly charge 50 EUR, Months to end of contract <months>, Churn risk <risk> and Customer value percentile <value>
    When the renewal price is decided
    Then the Renewal discount is "<discount>"
    And the Renewal price is "<price>"
    And the reason names the row "<row>"

    Examples:
      | months | risk | value | discount | price     | row                         |
      | 2      | 60 % | 85    | 20       | 40 EUR    | valuable and about to leave |
      | 2      | 60 % | 40    | 10       | 45 EUR    | about to leave              |
      | 2      | 30 % | 85    | 10       | 45 EUR    | valuable and doubtful       |
      | 2      | 30 % | 40    | 5        | 47.50 EUR | doubtful                    |
      | 2      | 10 % | 85    | 0        | 50 EUR    | stays anyway or not due yet |
      | 9      | 60 % | 85    | 0        | 50 EUR    | stays anyway or not due yet |
