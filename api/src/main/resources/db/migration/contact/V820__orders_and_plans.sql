-- A reservation may be made for an order that can be repeated (a batch, a plan): the same order never holds two.
alter table contact_reservation alter column decision_id drop not null;
alter table contact_reservation add column order_key text collate "C";
alter table contact_reservation add column plan text collate "C";
alter table contact_reservation add column consent bigint; -- the consent that justifies it
create unique index contact_reservation_of_order on contact_reservation (order_key) where order_key is not null;
create index contact_reservation_of_plan on contact_reservation (plan) where plan is not null;
create index contact_reservation_open on contact_reservation (at, id) where state = 'RESERVED';
create index contact_reservation_by_time on contact_reservation (at);

-- What was never used: contacts are events, what is held of them are reservations.
drop table if exists contact;
