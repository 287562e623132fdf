-- The order outcomes were kept in: models learn from them in this order, on every instance and again after a restart.
alter table outcome add column number bigint generated always as identity;
create unique index outcome_in_order on outcome (number);
create index outcome_by_time on outcome (recorded_at);
