-- Decisions about all stored customers at once: how far each batch is, and what it decided.
create table batch (
    id         uuid primary key,
    job        uuid not null, -- the job that works on it now
    decision   text not null,
    request    jsonb not null,
    at         timestamptz not null,
    owner      text not null,
    last_id    text collate "C" not null default '',
    customers  bigint not null default 0,
    decided    bigint not null default 0,
    reserved   bigint not null default 0,
    refused    bigint not null default 0,
    complete   boolean not null default false,
    changed_at timestamptz not null
);

create table batch_result (
    batch       uuid not null references batch on delete cascade,
    customer_id text collate "C" not null,
    decision_id text collate "C",
    action      text,
    channel     text,
    contact_id  text collate "C",
    problem     text,
    primary key (batch, customer_id)
);
create index batch_result_of_customer on batch_result (customer_id);
