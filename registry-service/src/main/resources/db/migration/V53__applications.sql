-- Applications (solicitudes) as records: what each lacks, until when it may be cured, and what became of it.

create table application (
    id              uuid primary key,
    process         uuid        not null references process,
    person          uuid        not null references person,
    organisation    uuid references organisation,
    role            text        not null check (role in ('PRINCIPAL', 'ALTERNATE', 'OFFICIAL', 'TECHNICAL_TEAM')),
    sex             text        not null check (sex in ('FEMALE', 'MALE')),
    language        text        not null,
    zone            text,
    papers          text        not null,
    protected_identity boolean  not null,
    lodged_at       timestamptz not null,
    lodged_by       text        not null,
    cure_until      date        not null,
    complete        boolean     not null,
    ending          text check (ending in ('ACCREDITED', 'WITHDRAWN', 'LAPSED')),
    agent           uuid references agent,
    ended_at        timestamptz,
    ended_by        text,
    constraint application_ending check ((ending is null) = (ended_at is null) and (ending is null) = (ended_by is null)),
    constraint application_agent check ((agent is not null) = (ending is not distinct from 'ACCREDITED'))
);
create unique index application_one_open on application (process, person) where ending is null;
create index application_process on application (process, id);
create index application_person on application (person);
comment on column application.cure_until is 'The last day on which what lacks may be handed in; an incomplete application is over the day after, whether anybody wrote so or not.';
comment on column application.papers is 'What was handed in, by the names of the regulation, with commas.';

create table application_observation (
    application uuid    not null references application,
    ordinal     integer not null check (ordinal >= 1),
    pointer     text    not null,
    code        text    not null,
    expected    text    not null,
    law         text    not null,
    keeps_out   boolean not null,
    raised_on   date    not null,
    cured_on    date check (cured_on >= raised_on),
    primary key (application, ordinal)
);
comment on table application_observation is 'Each requirement that an application did not meet, with its article; nothing of who applied.';
