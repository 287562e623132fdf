Feature: Answering messages
  A message is understood by rules and answered with a text the business has written. What is unsure, delicate or on the
  block list goes to a person.

  Scenario: The set is still not here
    Given the customer "Anna" with Customer kind private
    And "Anna" ordered "N-4711", which is DELAYED
    And the message "M1" with Message text "The set is *still* not here"
    And its sender is "Anna"
    When the reply is decided
    Then the Intent is "delivery"
    And the Mood of the message is "annoyed"
    And the To be considered is "frustration"
    And the Confidence is "100"
    And the Handling is "have it approved"
    And the answer is the text "order-delayed-annoyed-en"
    And the answer says "N-4711"
    And a person has to approve the answer
    And the reason names the row "asks where it is"

  Scenario: Who is not known is asked for the number
    Given a message with Message text "Where is my order? Regards"
    When the reply is decided
    Then the Handling is "send"
    And the answer is the text "order-unknown-en"

  Scenario Outline: Who writes gets the answer for them
    Given a message with Message text "<text>"
    When the reply is decided
    Then the Language of the message is "<language>"
    And the Form of address is "<address>"
    And the Role of the writer is "<role>"
    And the Level of knowledge is "<level>"
    And the Tone of the answer is "<tone>"
    And the Length of the answer is "<length>"
    And the answer is the text "<reply>"

    Examples:
      | text                                                                | language | address | role            | level    | tone     | length   | reply                      |
      | Dear Sir, the pump is broken, where is the manual with the torques? | English  | formal  | technician      | advanced | formal   | medium   | technical-technician-en    |
      | How do I install the router? It is my first time.                   | English  | formal  | private person  | beginner | formal   | detailed | technical-beginner-en      |
      | Hey, does your API return JSON? I get an error                      | English  | casual  | IT professional | expert   | casual   | medium   | technical-it-en            |
      | Unsere Produktion hat Stillstand, bitte sofort melden, Fehler E4    | German   | formal  | plant manager   | advanced | formal   | short    | technical-plant-manager-de |
      | Bitte senden Sie uns Preis und Lieferzeit für das Ersatzteil        | German   | formal  | buyer           | advanced | formal   | short    | order-unknown-de           |
      | Danke, das habt ihr super gemacht, ich bin begeistert               | German   | formal  | private person  | advanced | formal   | medium   | praise-de                  |

  Scenario: What nobody understands goes to a person
    Given a message with Message text "Lorem ipsum dolor"
    When the reply is decided
    Then the Intent is "something else"
    And the Handling is "hand over to a person"
    And the answer is the text "handed-over-en"

  Scenario: What is on the block list is never answered by a machine
    Given a message with Message text "Where is my order? My lawyer will write to you."
    When the reply is decided
    Then the On the block list is "yes"
    And the Handling is "hand over to a person"
    And the answer is the text "handed-over-en"

  Scenario: A notice to leave is approved by a person
    Given a message with Message text "Hiermit kündige ich meinen Vertrag."
    When the reply is decided
    Then the Intent is "cancel"
    And the Handling is "have it approved"
    And a person has to approve the answer

  Scenario: A text never gives away the tier
    When marketing replaces "Thank you, we are glad to read that!" by "Thank you, dear VIP!" in "replies.csv"
    Then the draft has the error SECRET in "replies.csv" at cell "J"

  Scenario: A text never gives away a score
    When marketing replaces "Have a look!" by "Your churn risk is [Churn risk]!" in "replies.csv"
    Then the draft has the error SECRET in "replies.csv" at cell "J"

  Scenario: A text names only terms there are
    When marketing replaces "[Renewal price]" by "[Renewal prize]" in "replies.csv"
    Then the draft has the error UNKNOWN_TERM in "replies.csv" at cell "J"
    And the finding says "Renewal price"

  Scenario: A text belongs to an action, a decision or an intent
    When marketing replaces "praise-en,praise" by "praise-en,prays" in "replies.csv"
    Then the draft has the error UNKNOWN_ACTION in "replies.csv" at cell "B"
