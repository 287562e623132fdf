Feature: Data keeps to its purpose
  What was given for service is not used for marketing: such a rule is refused when it is published, with its cell. And nothing is
  decided for a purpose for which the company has named no legal basis.

  Scenario: A marketing action may not be allowed by service data
    When marketing drafts the table "tables/north.csv"
      """
      Table,north,Hit policy,collect,Subject,customer,Language,en
      Name,Action is,Latitude from,=> Suitable
      the north,newsletter,54,yes
      """
    Then the draft has the error PURPOSE in "tables/north.csv" at cell "C3"
    And the draft cannot be submitted

  Scenario: A detour over another term does not help
    When marketing drafts the table "tables/north.csv"
      """
      Table,north,Hit policy,first,Subject,customer,Language,en
      Name,Respond within hours up to,=> Voucher allowed
      quick ones,2,yes
      """
    Then the draft has the error PURPOSE in "tables/north.csv" at cell "B3"

  Scenario: Sensitive data does not choose whom marketing turns to
    When marketing replaces "has dependents is yes" by "age in years is below 50" in "segments.rules"
    Then the draft has the error SENSITIVE in "segments.rules"

  Scenario: Nor does it stand in a text
    When marketing replaces "Money that is not needed for a while" by "At [Age in years] money" in "replies.csv"
    Then the draft has the error SECRET in "replies.csv" at cell "J"

  Scenario: Without a legal basis nothing is done for marketing
    Given a customer with Internet access DSL, Online security no, Contract monthly and Consent for e-mail yes
    When marketing replaces "basis: consent" by "basis: ''" in "settings.yaml"
    Then the draft has the error NOT_UNDERSTOOD in "settings.yaml"
    When marketing replaces "  marketing: {keep: 2y, basis: consent}" by "  marketing: {keep: 2y}" in "settings.yaml"
    And the draft is submitted by marketing, approved and activated by somebody else
    And the next best action over E-mail is decided
    Then "Security package" is not offered because of the missing legal basis
    When the decision "voucher" is asked
    Then it is refused as "No legal basis" with status 409

  Scenario: A legitimate interest has to be weighed in writing
    When marketing replaces "basis: contract" by "basis: legitimate-interest" in "settings.yaml"
    Then the draft has the error NO_LEGAL_BASIS in "settings.yaml"
