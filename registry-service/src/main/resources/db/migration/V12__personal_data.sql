-- The rights of persons (Ley 29733): consent, rectification, terms of retention, who saw whom; and offline registration.

create table consent (
    id           uuid primary key,
    person       uuid        not null references person,
    purpose      text        not null check (purpose in ('NOTICES', 'PHOTOGRAPHS', 'RESEARCH', 'LATER_PROCESSES')),
    version      text        not null,
    channel      text        not null check (channel in ('PAPER', 'COUNTER', 'TELEPHONE', 'WEB')),
    given_at     timestamptz not null,
    given_to     text        not null,
    ended_at     timestamptz,
    ended_because text check (ended_because in ('WITHDRAWN', 'NEW_VERSION')),
    ended_channel text check (ended_channel in ('PAPER', 'COUNTER', 'TELEPHONE', 'WEB')),
    ended_to     text,
    check ((ended_at is null) = (ended_because is null)),
    check (ended_at is null or ended_at >= given_at)
);
create unique index consent_in_force on consent (person, purpose) where ended_at is null;
create index consent_person on consent (person, given_at);
comment on table consent is 'To what a person agreed, in which wording, when and by which channel; and when the person took it back.';

create table rectification (
    id     uuid primary key,
    person uuid        not null references person,
    fields text        not null,
    cause  text        not null check (cause in ('MISSPELT', 'CHANGED', 'WRONG_DOCUMENT')),
    at     timestamptz not null,
    account text       not null
);
create index rectification_person on rectification (person, at);
comment on table rectification is 'Which fields were corrected and why; never what stood in them.';

create table retention_run (
    id      uuid primary key,
    entity  varchar(6)  not null references entity,
    run_at  timestamptz not null,
    account text        not null,
    dry_run boolean     not null,
    due     integer     not null check (due >= 0),
    erased  integer     not null check (erased between 0 and due)
);
create index retention_run_entity on retention_run (entity, run_at);

alter table access_log add column first_agent uuid, add column last_agent uuid;
comment on column access_log.first_agent is 'The agents seen are those from first_agent to last_agent in the order of their ids; null: all of the process.';

alter table person add column likeness char(64);
create index person_likeness on person (entity, likeness) where likeness is not null;
comment on column person.likeness is 'Keyed index of names and birth date: finds one person behind two documents, and tells neither.';

create table offline_registration (
    process     uuid        not null references process,
    id          uuid        not null,
    fingerprint char(64)    not null,
    channel     text        not null check (channel in ('DEVICE', 'TELEPHONE')),
    device      text        not null,
    outcome     text        not null check (outcome in ('ACCREDITED', 'DUPLICATE', 'REFUSED')),
    agent       uuid references agent,
    errors      text        not null,
    captured_at timestamptz not null,
    received_at timestamptz not null,
    primary key (process, id),
    check (outcome <> 'ACCREDITED' or agent is not null)
);
comment on table offline_registration is 'One row a registration captured without connection, by the id that the device made; the fingerprint is keyed.';
