-- Who is to be reached before and during registration, and who promised help.

create table stakeholder (
    id           uuid primary key,
    process      uuid        not null references process,
    name         text        not null,
    name_key     text        not null,
    kind         text        not null,
    zone         text,
    attitude     text        not null check (attitude in ('SUPPORTS', 'NEUTRAL', 'OPPOSES', 'UNKNOWN')),
    resources    text,
    invited_on   date,
    invited_by   text,
    mapped_at    timestamptz not null,
    constraint stakeholder_once unique (process, name_key),
    check ((invited_on is null) = (invited_by is null))
);
comment on column stakeholder.attitude is 'For staff only; never in an event, a public answer or an export.';

create table visit (
    id          uuid primary key,
    stakeholder uuid not null references stakeholder,
    planned_on  date not null,
    area        text not null,
    made_on     date,
    note        text,
    check (made_on is not null or note is null)
);
create index visit_stakeholder on visit (stakeholder);

create table commitment (
    id         uuid primary key,
    process    uuid        not null references process,
    supporter  text        not null,
    role       text        not null,
    promise    text        not null,
    due_on     date        not null,
    met_on     date,
    recorded_at timestamptz not null
);
create index commitment_process on commitment (process, due_on);

create table task (
    id       uuid primary key,
    process  uuid not null references process,
    area     text not null,
    task     text not null,
    due_on   date not null,
    done_on  date
);
create index task_process on task (process, area);
