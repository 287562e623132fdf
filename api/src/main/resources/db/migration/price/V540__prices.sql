-- What scarce capacities cost: computed lists by content hash, the youngest is in force. And what they are computed from,
-- counted without persons: what decisions wanted of each capacity by what a unit was worth to them, and what limits cost.
create table price_list (
    version text primary key,
    content jsonb not null,
    made_at timestamptz not null
);
create index price_list_age on price_list (made_at desc);

create table capacity_wish (
    capacity  text not null,
    hour      timestamptz not null,
    worth     double precision not null, -- of a unit, in the accounting currency, to about 1 %
    uses      double precision not null,
    decisions double precision not null, -- estimated from a sample where more were taken than could be looked at
    primary key (capacity, hour, worth)
);

create table limit_cost (
    kind      text not null,
    name      text not null,
    hour      timestamptz not null,
    decisions double precision not null,
    value     double precision not null, -- in the accounting currency
    primary key (kind, name, hour)
);
create index limit_cost_by_hour on limit_cost (hour);
