Feature: A/B tests one may look at as often as one likes
  A test is planned before the first look: what is compared, by which outcome it is decided, and which difference matters.
  It says when to stop, and not before.

  Scenario: A campaign that works may be stopped
    Given 240 customers drawn for a campaign of our own, half of them a control group
    And of 120 treated 60 bought something, of 120 in the control group 12
    When the analyst keeps a test of this campaign, decided by what was bought
    Then the test says to stop because more is bought, with an interval above zero

  Scenario: A campaign of which too little is known goes on
    Given 240 customers drawn for a campaign of our own, half of them a control group
    And of 120 treated 16 bought something, of 120 in the control group 12
    When the analyst keeps a test of this campaign, decided by what was bought
    Then the test says to go on, with an interval around zero
    And what was noticed is shown beside and decides nothing

  Scenario: A test nobody kept is unknown, and one that is removed is gone
    Given 240 customers drawn for a campaign of our own, half of them a control group
    When the analyst keeps a test of this campaign, decided by what was bought
    And the analyst removes the test
    And the analyst asks for the test
    Then it is refused as "Unknown experiment" with status 404

  Scenario: An outcome nobody declared is refused with those there are
    When the analyst keeps a test decided by "FLEW_AWAY"
    Then it is refused with status 400
    And the refusal names "FLEW_AWAY" and the way out "BOUGHT"
