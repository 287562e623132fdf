Feature: Vouchers
  A voucher goes only to those who would otherwise leave, and only where keeping them is worth it. None is ever above 50 EUR.

  Scenario: Whoever stays anyway gets no voucher
    Given a customer with Churn risk 0.1 and Customer value percentile 95
    When the voucher is decided
    Then the voucher allowed is "no"
    And the voucher amount is "0"
    And the reason names the row "stays without one"

  Scenario: A valuable customer at risk gets one
    Given a customer with Churn risk 0.5, Customer value percentile 85 and Lead score 2
    When the voucher is decided
    Then the voucher allowed is "yes"
    And the voucher amount is "40 EUR"
    And the reason names the row "keep the most valuable"

  Scenario Outline: The risk of 30 % is the border
    Given a customer with Churn risk <risk>, Customer value percentile 50 and Lead score 1
    When the voucher is decided
    Then the voucher allowed is "<allowed>"

    Examples:
      | risk  | allowed |
      | 29.9% | no      |
      | 30%   | yes     |

  Scenario Outline: No voucher is above 50 EUR
    Given a customer with Churn risk <risk>, Customer value percentile <value> and Lead score <score>
    When the voucher is decided
    Then the voucher amount is at most "50 EUR"

    Examples:
      | risk | value | score |
      | 1    | 100   | 5     |
      | 0.95 | 90    | 5     |
      | 1    | 100   | 100   |
      | 1    | 69.9  | 100   |

  Scenario: A voucher does not cure unpaid bills
    Given a customer with Customer segment payment risk, Churn risk 0.8 and Customer value percentile 90
    When the voucher is decided
    Then the voucher allowed is "no"
    And the reason names the row "not while bills are unpaid"

  Scenario: A complaint is solved before vouchers are sent
    Given a customer with Open complaints 1, Churn risk 0.8 and Customer value percentile 90
    When the voucher is decided
    Then the voucher allowed is "no"
    And the reason names the row "not before a complaint is solved"

  Scenario: The least valuable are not bought back
    Given a customer with Churn risk 0.8 and Customer value percentile 9
    When the voucher is decided
    Then the voucher allowed is "no"
    And the reason names the row "not for the least valuable"

  Scenario: Whatever a table says, the promise of 50 EUR holds
    When marketing drafts "calc min(80, round(60 + [Lead score] * 5))" as "=> Voucher amount" of "keep the most valuable" in "tables/voucher.csv"
    Then the draft cannot be submitted because it breaks a promise
    And the counter-example names "Voucher amount"
    And the counter-example names "tables/voucher.csv:7 (keep the most valuable)"
    And the rules in force are unchanged
