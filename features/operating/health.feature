Feature: Running the service
  Whoever runs the service can see from outside whether it lives, whether it is ready, how it does, and what it offers.

  Scenario Outline: What can be asked without a token
    When somebody without a token looks at "<path>"
    Then the answer contains "<what>"

    Examples:
      | path         | what                                |
      | /livez       | UP                                  |
      | /readyz      | UP                                  |
      | /metrics     | http_server_requests_seconds_count  |
      | /v3/api-docs | /v1/decisions/{decision}            |
      | /v3/api-docs | "openapi":"3.1                      |

  Scenario: The measurements say nothing about persons
    Given a customer with Name "Erika Beispiel" and Contract monthly
    When the customer calls with Reason for the call question
    And somebody without a token looks at "/metrics"
    Then the answer does not name the customer
