-- What was said about a customer's calls is handed out on request and erased with the customer.
create index plan_change_of_customer on plan_change ((change ->> 'customer')) where change ->> 'customer' is not null;
