Feature: The day of an agent
  What an agent says about a call changes the rest of the list at once: who asks for a call gets it at that hour, who was not
  reached is tried again later, who is passed over is named with the reason.

  Background:
    When the calls are planned for our stored customers

  Scenario: A customer asks to be called later
    When the first customer on the list asks to be called in the agent's last hour
    Then this customer is called in that hour by the same agent

  Scenario: A customer is passed over with a reason
    When the first customer on the list is passed over because of "COMPLAINT"
    Then this customer is not on the list any more
    And the reason "COMPLAINT" is kept with the plan

  Scenario: Passing over needs a reason
    When the first customer on the list is passed over because of ""
    Then it is refused with status 400
