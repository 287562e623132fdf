-- Call-backs agents have promised; the day's plan keeps them.
create table call_promise (
    customer_id text collate "C" primary key,
    agent       text not null,
    at          timestamptz not null,
    promised_at timestamptz not null
);
create index call_promise_by_time on call_promise (at);
