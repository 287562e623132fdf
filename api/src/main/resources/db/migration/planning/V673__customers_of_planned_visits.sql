-- Whose visits a plan of routes knows the coordinates of, also when the visit has been made and waits no more: an erasure
-- reaches them there.
create table plan_visit (
    plan        uuid not null references plan (id) on delete cascade,
    visit       text collate "C" not null,
    customer_id text collate "C" not null,
    primary key (plan, visit)
);
create index plan_visit_of_customer on plan_visit (customer_id);

insert into plan_visit (plan, visit, customer_id)
select p.id, v.id, v.customer_id
from plan p join planning_visit v on position(to_jsonb(v.id)::text in p.plan_en::text) > 0
where p.kind = 'ROUTES' and p.stored;

-- What has been made waits no more; the customer's history says of which plan it was: visit-<plan>-<visit>.
insert into plan_visit (plan, visit, customer_id)
select p.id, substr(e.id, 44), e.subject_id
from event e join plan p on p.id::text = substr(e.id, 7, 36)
where e.type = 'visit' and e.subject_type = 'customer' and e.id ~ '^visit-[0-9a-f-]{36}-.'
on conflict do nothing;
