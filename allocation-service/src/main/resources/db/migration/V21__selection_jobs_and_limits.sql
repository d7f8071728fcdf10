-- Conditions of rounds, limits of selections, and selections of many processes as one job.

create table round_conditions (
    id          uuid primary key,
    round       uuid        not null,
    process     uuid        not null references process,
    entity      varchar(6)  not null,
    sequence    integer     not null check (sequence > 0),
    conditions  jsonb       not null,
    act         text        not null,
    recorded_at timestamptz not null,
    constraint round_conditions_sequence unique (round, sequence)
);
comment on table round_conditions is 'Declared while the round is voted; the highest sequence stands.';

alter table selection add column limits text;
alter table selection add column explanations jsonb not null default '[]';
comment on column selection.limits is 'What the count had to respect besides the budget, as the command line reads it; null where nothing.';
comment on column selection.explanations is 'What happened to each project in the count; counts of fewer than five people are left out.';

create table selection_job (
    id           uuid primary key,
    requested_by text        not null,
    fiscal_year  integer,
    total        integer     not null check (total > 0),
    created_at   timestamptz not null
);

create table selection_job_item (
    job       uuid    not null references selection_job on delete cascade,
    position  integer not null check (position > 0),
    process   uuid    not null,
    entity    varchar(6) not null,
    round     uuid,
    envelope  uuid,
    state     text    not null default 'WAITING' check (state in ('WAITING', 'SELECTED', 'ALREADY', 'REFUSED', 'FAILED')),
    selection uuid references selection,
    problem   text,
    members   jsonb,
    attempts  integer not null default 0,
    done_at   timestamptz,
    primary key (job, position),
    constraint one_item_of_a_process unique (job, process),
    constraint selected_has_its_selection check ((state in ('SELECTED', 'ALREADY')) = (selection is not null))
);
create index selection_job_waiting on selection_job_item (job, position) where state = 'WAITING';
comment on column selection_job_item.state is 'ALREADY: the same round and envelope had been selected from before.';
