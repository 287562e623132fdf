-- What is said in a contact that a trigger has made, and which trigger it was.
create table contact_words (
    contact_id   text collate "C" primary key references contact_reservation (id) on delete cascade,
    trigger      text not null,
    say          jsonb
);
