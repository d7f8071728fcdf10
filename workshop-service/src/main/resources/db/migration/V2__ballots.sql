-- Rounds, rolls and ballots. Who voted (strike_off) and what was voted (sealed_ballot, ballot) share no key, no time
-- and no order: see docs/adr/0040.

create table round (
    round          uuid primary key,
    process        uuid        not null references process,
    entity         varchar(6)  not null,
    kind           text        not null,
    title          text        not null,
    rule           text        not null,
    zone           text,
    budget         bigint      check (budget >= 0),
    opens_at       timestamptz,
    closes_at      timestamptz,
    deadline       timestamptz,
    state          text        not null check (state in ('PREPARED', 'OPEN', 'SUSPENDED', 'CLOSED', 'TALLIED')),
    opened_at      timestamptz,
    closed_at      timestamptz,
    tallied_at     timestamptz,
    roll           integer     check (roll >= 0),
    turnout        integer     check (turnout between 0 and roll),
    blank          integer     check (blank between 0 and turnout),
    ballots_sha256 char(64),
    created_at     timestamptz not null default now(),
    check (state = 'PREPARED' or (opened_at is not null and roll is not null)),
    check (state not in ('CLOSED', 'TALLIED') or closed_at is not null),
    check (state <> 'TALLIED' or (turnout is not null and blank is not null and ballots_sha256 is not null))
);
comment on column round.rule is 'How the ballot is marked, as the regulation said when the round was announced: JSON.';
comment on column round.deadline is 'A ballot counts when it is in the box before this instant of the database clock; null: until the act of closing.';
create index round_process on round (process, created_at, round);

create table round_option (
    round     uuid    not null references round,
    option    uuid    not null,
    position  integer not null check (position >= 0),
    title     text    not null,
    proposal  uuid,
    objective uuid,
    zone      text,
    cost      bigint  check (cost >= 0),
    origin    text,
    unique_investment_code text,
    votes     integer check (votes >= 0),
    score     bigint  check (score >= 0),
    primary key (round, option),
    unique (round, position)
);

create table round_secret (
    round   uuid primary key references round,
    wrapped bytea not null
);
comment on table round_secret is 'The key that ballots are sealed with, itself under the master key; gone with the close.';

create table roll_entry (
    round uuid not null references round,
    agent uuid not null,
    seat  uuid not null,
    zone  text,
    primary key (round, agent)
);
comment on table roll_entry is 'Who may vote, frozen when the round opened. One vote a seat: the agent, or its organisation.';

create table strike_off (
    round   uuid        not null,
    seat    uuid        not null,
    agent   uuid        not null,
    channel text        not null check (channel in ('OWN_DEVICE', 'ASSISTED', 'OFFLINE_DEVICE', 'PAPER', 'SHOW_OF_HANDS')),
    hour    timestamptz not null check (hour = date_trunc('hour', hour, 'UTC')),
    primary key (round, seat),
    foreign key (round, agent) references roll_entry (round, agent)
);
comment on table strike_off is 'Who voted: one row a seat, whichever the channel. This key is what decides.';

create table cast_request (
    tag   bytea primary key check (length(tag) = 32),
    round uuid  not null,
    body  bytea check (length(body) = 32)
);
comment on table cast_request is 'That a request was counted: keyed hashes, so that its repetition gets the same receipt. No voter, no choice.';
create index cast_request_round on cast_request (round);

create table sealed_ballot (
    handle bytea primary key check (length(handle) = 32),
    round  uuid  not null,
    sealed bytea not null
);
comment on table sealed_ballot is 'Ballots while the round is open: of one length, under a key that is not in this database.';
create index sealed_ballot_round on sealed_ballot (round);

create table ballot (
    round      uuid  not null references round,
    commitment bytea not null check (length(commitment) = 32),
    nonce      bytea not null check (length(nonce) = 32),
    mark       text  not null,
    primary key (round, commitment)
);
comment on table ballot is 'Ballots after the close, written in one transaction in the order of their commitments, which is no order at all.';

create table strike_off_rewritten (like strike_off including constraints);
comment on table strike_off_rewritten is 'Where strike-offs pass through when a round closes, to lie anew in another order; else empty.';
create table cast_request_rewritten (like cast_request including constraints);
comment on table cast_request_rewritten is 'As strike_off_rewritten, for requests.';
