-- What one unit more of a capacity would be worth to the latest plan, until the last day of that plan is over.
create table planned_price (
    capacity text collate "C" primary key,
    amount   double precision not null check (amount >= 0),
    plan     uuid not null,
    until    timestamptz not null
);
