-- Votes in the room: hands counted by two tellers, and the roll call of delegates with a mandate.

create table hand_count (
    round    uuid    not null references round,
    number   integer not null check (number > 0),
    workshop uuid    not null references workshop,
    teller   text    not null,
    hands    text    not null,
    state    text    not null check (state in ('WAITING', 'AGREED', 'DISCARDED')),
    present  integer check (present >= 0),
    at       timestamptz not null default clock_timestamp(),
    primary key (round, number)
);
comment on column hand_count.hands is 'Hands by option: JSON.';
create unique index hand_count_waiting on hand_count (round) where state = 'WAITING';

create table mandate (
    round     uuid     not null references round,
    agent     uuid     not null,
    workshop  uuid     not null references workshop,
    sha256    char(64) not null,
    agreement integer  not null check (agreement >= 0),
    option    uuid     not null,
    primary key (round, agent)
);
comment on table mandate is 'What the base assembly of a delegate decided, as its sealed minutes say.';

create table open_vote (
    round  uuid not null references round,
    agent  uuid not null,
    option uuid,
    primary key (round, agent)
);
comment on table open_vote is 'A vote said aloud at the roll call, where the regulation asks for a mandate: open by its nature.';
