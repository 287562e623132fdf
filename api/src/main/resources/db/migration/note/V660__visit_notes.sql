-- What reps wrote after visits, and what was read out of it; nothing counts before somebody has confirmed it.
create table visit_note (
    id          uuid primary key,
    visit       text collate "C" not null,
    customer_id text collate "C" not null,
    author      text not null,
    at          timestamptz not null,
    text        text not null
);
create index visit_note_of_visit on visit_note (visit);
create index visit_note_of_customer on visit_note (customer_id);

create table visit_note_item (
    id         uuid primary key,
    note       uuid not null references visit_note (id) on delete cascade,
    position   integer not null,
    kind       text not null,
    about      text not null,
    detail     text not null,
    quote      text not null,
    due        date,
    state      text not null check (state in ('PROPOSED', 'CONFIRMED', 'DISMISSED', 'DONE')),
    settled_at timestamptz,
    settled_by text
);
create index visit_note_item_of_note on visit_note_item (note);
create index visit_note_item_to_do on visit_note_item (due) where state = 'CONFIRMED';
