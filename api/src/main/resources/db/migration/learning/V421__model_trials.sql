-- What a challenger and the champion said of the same offer, before its outcome was known.
create table model_trial (
    model       text not null,
    challenger  text not null,
    champion    text not null,
    decision_id text collate "C" not null,
    action      text not null,
    champion_p  double precision not null,
    challenger_p double precision not null,
    happened    boolean not null,
    at          timestamptz not null,
    primary key (model, challenger, decision_id, action)
);
