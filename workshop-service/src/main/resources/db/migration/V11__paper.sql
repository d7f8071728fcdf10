-- Paper: ballots of a table, from their issue to their count.

create table paper_table (
    "table"        uuid primary key,
    round          uuid    not null references round,
    label          text    not null,
    wrapped_key    bytea   not null,
    issued         integer not null check (issued > 0),
    used           integer check (used >= 0),
    spoiled        integer check (spoiled >= 0),
    returned       integer check (returned >= 0),
    state          text    not null check (state in ('VOTING', 'RECONCILED', 'DIFFERENT', 'COUNTED')),
    without_ballot integer not null default 0 check (without_ballot >= 0),
    invalid        integer check (invalid >= 0),
    unique (round, label),
    check ((state = 'VOTING') = (used is null)),
    check (used is null or used + spoiled + returned <= issued)
);
comment on column paper_table.without_ballot is 'Voters struck off here whose ballot is invalid or was not in the box.';

create table paper_voter (
    "table" uuid not null references paper_table,
    agent   uuid not null,
    primary key ("table", agent)
);
comment on table paper_voter is 'At which table somebody voted on paper; what was voted stands nowhere beside it.';

create table paper_entry (
    "table"    uuid    not null references paper_table,
    number     integer not null check (number between 1 and 3),
    entered_by text    not null,
    tally      bytea   not null,
    fingerprint text   not null,
    document   text,
    reason     text,
    at         timestamptz not null default clock_timestamp(),
    primary key ("table", number),
    unique ("table", entered_by),
    check ((number = 3) = (document is not null))
);
comment on column paper_table.wrapped_key is 'Seals what is entered; itself under the master key: no partial result lies here.';
comment on column paper_entry.fingerprint is 'Keyed: tells whether two read the same, and not what.';
comment on table paper_entry is 'What one person read from the ballots of a table; two must agree, or a third settles it by an act.';

create table paper_sheet (
    sheet        uuid primary key,
    "table"      uuid    not null references paper_table,
    media_type   text    not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
    content      bytea   not null,
    sha256       char(64) not null,
    attached_by  text    not null,
    at           timestamptz not null default clock_timestamp(),
    unique ("table", sha256)
);

create function paper_stands() returns trigger language plpgsql as $$
begin
    raise exception 'what was entered or photographed at a table is never changed nor removed';
end $$;
create trigger paper_entry_stands before update or delete on paper_entry for each row execute function paper_stands();
create trigger paper_sheet_stands before update or delete on paper_sheet for each row execute function paper_stands();
