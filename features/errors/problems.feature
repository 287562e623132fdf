Feature: What is wrong is said so that it can be mended
  Every refusal is a problem document: it names the thing, its value and the way out. Nothing that is stored is lost by it.

  Background:
    Given a customer with Contract monthly and Monthly charge 40 EUR

  Scenario: An unknown customer
    When a decision is asked for the customer "nobody-42"
    Then it is refused as "Not known" with status 404
    And the refusal names "nobody-42" and the way out "PUT /v1/subjects/customer/nobody-42"

  Scenario: A value of the wrong type
    When the customer is delivered with "monthly-charge" set to "\"a lot\""
    Then it is refused as "The request is not valid" with status 400
    And the place "/attributes/monthly-charge" is named with "a lot" and the way out "Maybe write 12.5"
    And the customer is stored unchanged

  Scenario: A value out of its range
    When the customer is delivered with "monthly-charge" set to "5000"
    Then the place "/attributes/monthly-charge" is named with "5000" and the way out "0 to 1000"
    And the customer is stored unchanged

  Scenario: A choice that is not declared
    When the customer is delivered with "contract" set to "\"MONTHLI\""
    Then the place "/attributes/contract" is named with "MONTHLI" and the way out "Maybe write MONTHLY"
    And the customer is stored unchanged

  Scenario: A time zone that does not exist
    When the customer is delivered with "time-zone" set to "\"Europe/Berlim\""
    Then the place "/attributes/time-zone" is named with "Europe/Berlim" and the way out "Europe/Berlin"
    And the customer is stored unchanged

  Scenario: A field nobody declared
    When the customer is delivered with "monthly-chagre" set to "40"
    Then the place "/attributes/monthly-chagre" is named with "monthly-chagre" and the way out "monthly-charge"
    And the customer is stored unchanged

  Scenario: An unknown field in a request
    When a decision is asked with this body
      """
      {"customerId": "{customer}", "chanel": "EMAIL"}
      """
    Then it is refused as "The request is not valid" with status 400
    And the place "/chanel" is named with "chanel" and the way out "channel"

  Scenario: Several things are wrong: all are named
    When a decision is asked with this body
      """
      {"customerId": "{customer}", "chanel": "EMAIL", "limit": 0, "context": {"reason": "CANSEL"}}
      """
    Then the place "/chanel" is named with "chanel" and the way out "channel"
    And the place "/limit" is named with "0" and the way out "1"
    And the place "/context/reason" is named with "CANSEL" and the way out "CANCEL"

  Scenario: A request that is no JSON
    When a decision is asked with this body
      """
      {"customerId": "{customer}",
      """
    Then it is refused as "The request was not understood" with status 400
    And the refusal names "is not JSON"

  Scenario: An unknown decision
    When the decision "horoscope" is asked
    Then it is refused as "Unknown decision" with status 404
    And the refusal names "horoscope" and the way out "next-best-action"

  Scenario: An address that does not exist
    When somebody looks at "/v1/horoscopes"
    Then it is refused as "Not found" with status 404

  Scenario: A value that a rule contradicts
    When marketing drafts "VIPP" as "=> Service level" of "VIP: the top 10 %" in "tables/service-level.csv"
    Then the draft has the error UNKNOWN_VALUE in "tables/service-level.csv" at cell "E3"
    And the rules in force are unchanged
