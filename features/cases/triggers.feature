Feature: Turning to people because something happened
  A file says what sets off which decision for whom. The decision keeps all limits and consents, and what comes of it is a
  contact that is due, with its words; other systems are told. The same event never makes two contacts.

  Scenario: Snow is coming, and only those who live there hear of it
    Given an area "Harz"
    And an area "Coast"
    And the customer "Anna" with Has dependents yes, Preferred language German and Consent for e-mail yes
    And its home is "Harz"
    And the customer "Ben" with Has dependents yes and Consent for e-mail yes
    And its home is "Coast"
    And the customer "Carl" with Has dependents no and Consent for e-mail yes
    And its home is "Harz"
    And an area "Harz"
    When this event is delivered twice: forecast with snow-line 350
    Then a contact over E-mail becomes due for "Anna"
    And it is due because of "snow in the hills"
    And it is said there: "Schnee kommt bis auf 350 Meter herunter"
    And only one contact is due for "Anna"
    And no contact is due for "Ben"
    And no contact is due for "Carl"

  Scenario: Snow above 400 metres interests nobody
    Given an area "Alps"
    And the customer "Dora" with Has dependents yes and Consent for e-mail yes
    And its home is "Alps"
    And an area "Alps"
    When this event is delivered: forecast with snow-line 1200
    Then the trigger "snow in the hills" has ended for the customer "Dora" as NOTHING
    And no contact is due for "Dora"

  Scenario: Nobody is written to without consent
    Given an area "Rhoen"
    And the customer "Emil" with Has dependents yes and Consent for e-mail no
    And its home is "Rhoen"
    And an area "Rhoen"
    When this event is delivered: forecast with snow-line 300
    Then the trigger "snow in the hills" has ended for the customer "Emil" as NOTHING
    And no contact is due for "Emil"

  Scenario: Money that has lain idle for two months
    Given the customer "Frieda" with Account balance 25000 EUR and Consent for e-mail yes
    And the customer has 61 days ago this event: account-movement with amount 100
    Then a contact over E-mail becomes due for "Frieda"
    And it is due because of "idle money"

  Scenario: Somebody is about to exceed the overdraft
    Given the customer "Otto" with Account balance -950 EUR, Overdraft limit 1000 EUR, Payment delay 0, Preferred language English and Consent for e-mail yes
    When this event is delivered: account-movement with amount 120
    Then a contact over E-mail becomes due for "Otto"
    And it is due because of "overdraft nearly used"
    And it is said there: "costs half as much"

  Scenario: Whoever has enough left is not offered a credit
    Given the customer "Paul" with Account balance -850 EUR, Overdraft limit 1000 EUR, Payment delay 0 and Consent for e-mail yes
    When this event is delivered: account-movement with amount 120
    Then the trigger "overdraft nearly used" has ended for the customer "Paul" as NOT_IN_SEGMENT
    And no contact is due for "Paul"

  Scenario: A contract that ends soon gets an individual price
    Given the customer "Gerd" with Months to end of contract 1, Monthly charge 50 EUR, Preferred language English and Consent for e-mail yes
    When the trigger "end of contract" comes due
    Then a contact over E-mail becomes due for "Gerd"
    And it is said there: "if you stay"

  Scenario: Many ask where their order is, and logistics is alarmed
    Given a desk "Shop"
    When 6 people ask where their order is
    Then a contact over E-mail becomes due for "Shop"
    And it is said there: "asked for their order within a day"
    And only one contact is due for "Shop"

  Scenario: Who the bot cannot help is handed over at once
    Given the case "F9" with Case text "My internet is offline"
    When this event is delivered: bot-answer with solved false
    Then the trigger "bot could not help" has ended for the case "F9" as DECIDED

  Scenario: A claim finds its jurist as soon as it is filed
    Given the claim "S9" with Claim text "A pipe burst in the cellar"
    When this event is delivered: claim-filed with channel WEB
    Then the trigger "new claim" has ended for the claim "S9" as DECIDED

  Scenario Outline: Mistakes in the file are named
    When marketing replaces "<before>" by "<after>" in "triggers.csv"
    Then the draft has the error <code> in "triggers.csv" at cell "<cell>"

    Examples:
      | before                   | after             | code             | cell |
      | ,forecast,               | ,forcast,         | UNKNOWN_EVENT    | B2   |
      | topic: DELIVERY          | topc: DELIVERY    | UNKNOWN_EVENT    | C5   |
      | Mon 06:00                | now and then      | NOT_UNDERSTOOD   | D4   |
      | account-movement 60 days | account-movement  | NOT_UNDERSTOOD   | E3   |
      | Families                 | Famillies         | UNKNOWN_SEGMENT  | F2   |
      | order-alarm              | order-alarms      | UNKNOWN_DECISION | G5   |
      | event-trigger,E-mail     | event-trigger,Fax | UNKNOWN_CHANNEL  | H2   |
