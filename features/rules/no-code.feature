Feature: Rules are data
  Marketing edits data, never code. A file that could run anything is refused, whatever its name and wherever it hides.

  Scenario: A program is refused
    When marketing drafts the file "tables/discount.drl"
      """
      rule "everything for free" when then System.exit(0); end
      """
    Then the draft has the error CODE_REFUSED in "tables/discount.drl"
    And the draft cannot be submitted

  Scenario: A workbook with macros is refused
    When marketing drafts a workbook with macros as "tables/discount.xlsm"
    Then the draft has the error CODE_REFUSED in "tables/discount.xlsm"

  Scenario: A formula in a workbook is refused
    When marketing drafts a workbook with the formula "1+1" as "tables/discount.xlsx"
    Then the draft has the error CODE_REFUSED in "tables/discount.xlsx" at cell "C3"

  Scenario: A damaged workbook is named and nothing is lost
    When marketing drafts the file "tables/discount.xlsx"
      """
      this is no workbook
      """
    Then the draft has the error FILE_DAMAGED in "tables/discount.xlsx"
    And the rules in force are unchanged

  Scenario: A path that leads out of the rules is refused
    When marketing puts a file at "../secrets.csv"
    Then it is refused as "The request is not valid" with status 400
