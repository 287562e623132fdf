-- Ways between many places on the road network, worked out once. The key is a hash of the extract and the coordinates.
create table travel_table (
    key text primary key,
    size integer not null,
    ways bytea not null,
    made_at timestamptz not null
);
