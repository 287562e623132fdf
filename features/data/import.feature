Feature: Data of our own comes in
  A file from another system is taken as it is, by a mapping that anybody can read. A damaged line is named and left out
  whole; every other line is kept.

  Scenario: A CSV file with damaged lines
    When this file is imported by the mapping "telco-churn"
      """
      customerID,gender,SeniorCitizen,Partner,Dependents,tenure,PhoneService,MultipleLines,InternetService,OnlineSecurity,OnlineBackup,DeviceProtection,TechSupport,StreamingTV,StreamingMovies,Contract,PaperlessBilling,PaymentMethod,MonthlyCharges,TotalCharges,Churn
      {id}-good,Female,0,Yes,No,12,Yes,No,DSL,No,Yes,No,No,No,No,Month-to-month,Yes,Electronic check,29.85,358.2,No
      {id}-bad,Male,0,No,No,twelve,Yes,No,DSL,Yes,No,Yes,No,No,No,One year,No,Mailed check,56.95,1889.5,No
      {id}-other,Male,0,No,No,2,Yes,No,DSL,Yes,Yes,No,No,No,No,Month-to-month,Yes,Mailed check,53.85,108.15,Yes
      """
    Then the job is done
    And 2 lines were kept and 1 left out
    And line 3 is refused at "/tenure" because "twelve is not a number"
    And the customer "t-{id}-good" is stored with Tenure in months "12"
    And the customer "t-{id}-bad" is not stored

  Scenario: Many customers, line by line
    When these customers are delivered
      """
      {"id": "{id}-1", "attributes": {"tenure": 12}}
      {"id": "{id}-2", "attributes": {"tenure": "twelve"}}
      {"id": "{id}-3", "attributes": {"tenure": 3, "shoe-size": 43}}
      {"id": "{id}-4", "attributes": {"tenure": 4}
      {"id": "{id}-5", "attributes": {"tenure": 5}}
      """
    Then 2 lines were kept and 3 left out
    And line 2 is refused at "/attributes/tenure" because "is not a number"
    And line 3 is refused at "/attributes/shoe-size" because "declares no term"
    And line 4 is refused at "" because "is not JSON"
    And the customer "{id}-5" is stored with Tenure in months "5"
    And the customer "{id}-2" is not stored
