Feature: Models the company brings itself
  A model made elsewhere comes as one ONNX file. It is looked at before anything of it runs, judged on a sample, and then
  treated like any other: same guard rails, same promotion, watched and explained.

  Scenario: A model of our own is judged, promoted and answers from then on
    When the analyst brings the model "brought.onnx" with a sample of 300 customers
    Then it is a candidate whose report says how well it ranks them
    When the analyst promotes what was brought because "agreed on Monday"
    Then what was brought is the champion, promoted because "agreed on Monday"
    And its origin names the file by its hash

  Scenario: It goes out as it came in
    When the analyst brings the model "brought.onnx" with a sample of 300 customers
    Then another company's runtime gets a model that takes "tenure" and "monthly-charge"

  Scenario: A damaged file is refused before anything runs
    When the analyst brings half of the model "brought.onnx"
    Then it is refused with status 400
    And the refusal names "damaged"

  Scenario: A model that asks for what nobody has is refused
    When the analyst brings the model "brought.onnx" with a sample without "tenure"
    Then it is refused with status 400
    And the refusal names "tenure"

  Scenario: A model that nobody can judge is not taken
    When the analyst brings the model "brought.onnx" with a sample of 3 customers
    Then it is refused with status 400
    And the refusal names "3 rows"

  Scenario: What is sensitive needs a reason
    When the analyst brings the model "brought.onnx" whose definition calls "tenure" sensitive
    Then it is refused with status 400
    And the refusal names "sensitive"
    When the analyst brings it again with the reason "tariffs are priced by tenure"
    Then it is a candidate whose report says how well it ranks them
