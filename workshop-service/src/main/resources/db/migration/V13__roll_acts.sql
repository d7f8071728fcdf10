-- After the opening a roll changes by act only.

create table roll_act (
    round    uuid    not null references round,
    number   integer not null check (number > 0),
    act      text    not null check (act in ('ADDITION', 'OBJECTION_UPHELD', 'OBJECTION_DISMISSED')),
    agent    uuid    not null,
    document text    not null,
    reason   text    not null,
    at       timestamptz not null default clock_timestamp(),
    primary key (round, number)
);

create function roll_acts_stand() returns trigger language plpgsql as $$
begin
    raise exception 'an act on a roll is never changed nor removed';
end $$;
create trigger roll_acts_stand before update or delete on roll_act for each row execute function roll_acts_stand();
