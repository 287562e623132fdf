Feature: Everyone does their own work
  Each role has the rights its work needs and no others. Whoever asks for more gets an answer that says which right is missing.

  Scenario Outline: A role may do its work
    Given a customer with Contract monthly and Monthly charge 40 EUR
    When the <role> wants to <work>
    Then it is allowed

    Examples:
      | role      | work                           |
      | marketing | read the rules                 |
      | marketing | begin a draft                  |
      | marketing | ask what if                    |
      | release   | read the rules                 |
      | agent     | see the screen pop             |
      | agent     | decide the next best action    |
      | agent     | read the customer              |
      | rep       | decide the next best action    |
      | analyst   | read the models                |
      | analyst   | ask what if                    |
      | admin     | deliver a customer             |
      | admin     | read the models                |

  Scenario Outline: and nothing else
    Given a customer with Contract monthly and Monthly charge 40 EUR
    When the <role> wants to <work>
    Then it is refused as "Not allowed" with status 403
    And the refusal names "<right>"

    Examples:
      | role      | work                | right           |
      | marketing | train a model       | models          |
      | marketing | deliver a customer  | customers.write |
      | release   | begin a draft       | rules.edit      |
      | agent     | read the rules      | rules.edit      |
      | agent     | ask what if         | simulate        |
      | agent     | deliver a customer  | customers.write |
      | rep       | read the customer   | customers.read  |
      | rep       | read the models     | models          |
      | analyst   | begin a draft       | rules.edit      |
      | analyst   | report an outcome   | feedback        |

  Scenario: Whoever has no token is asked who they are
    When somebody without a token wants to read the rules
    Then it is refused as "Who are you?" with status 401

  Scenario: A wrong token is no token
    When somebody with the token "demo-boss" wants to read the rules
    Then it is refused as "Who are you?" with status 401
