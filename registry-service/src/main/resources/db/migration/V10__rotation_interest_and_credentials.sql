-- Rotation of seats, interests declared, procedures at one counter, and the keys that sign credentials.

create table body_session (
    id          uuid primary key,
    entity      varchar(6)  not null references entity,
    process     uuid        not null references process,
    body        text        not null,
    held_on     date        not null,
    recorded_at timestamptz not null,
    constraint body_session_once unique (entity, body, held_on)
);

create table body_sitting (
    session uuid not null references body_session,
    agent   uuid not null references agent,
    person  uuid not null references person,
    primary key (session, agent)
);
create index body_sitting_person on body_sitting (person);
comment on table body_sitting is 'Who held a seat in a session: the person too, since rotation outlasts one accreditation.';

create table rotation_override (
    agent       uuid not null references agent,
    body        text not null,
    process     uuid not null references process,
    reason      text not null check (length(trim(reason)) > 0),
    handover    text not null check (length(trim(handover)) > 0),
    recorded_at timestamptz not null,
    recorded_by text not null,
    primary key (agent, body)
);
create index rotation_override_process on rotation_override (process, body);
comment on table rotation_override is 'Reason and handover note of each exception; how many there are is published.';

create table evaluator (
    id         uuid primary key,
    process    uuid        not null references process,
    person     uuid        not null references person,
    account    text        not null,
    post       text        not null,
    unit       text        not null,
    engagement text        not null check (engagement in ('CAREER', 'CONTRACT', 'TRUST', 'EXTERNAL')),
    act        text        not null,
    named_at   timestamptz not null,
    constraint evaluator_once unique (process, person),
    constraint evaluator_account unique (process, account)
);

create table interest_declaration (
    id          uuid primary key,
    process     uuid        not null references process,
    person      uuid        not null references person,
    capacity    text        not null check (capacity in ('PROPOSER', 'EVALUATOR', 'SUPPLIER')),
    about       uuid,
    ties        text        not null,
    declared_on date        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null
);
create index interest_declaration_person on interest_declaration (process, person);
comment on column interest_declaration.ties is 'JSON list of tie and official; empty where the person declares to have none.';

create table evaluation_panel (
    process  uuid        not null references process,
    proposal uuid        not null,
    named_at timestamptz not null,
    named_by text        not null,
    primary key (process, proposal)
);

create table panel_member (
    process   uuid not null,
    proposal  uuid not null,
    evaluator uuid not null references evaluator,
    primary key (process, proposal, evaluator),
    foreign key (process, proposal) references evaluation_panel (process, proposal)
);

create table procedure_kind (
    entity     varchar(6)  not null references entity,
    code       text        not null check (code ~ '^[A-Z][A-Z0-9_]*$'),
    title      text        not null,
    unit       text        not null,
    term_days  integer     not null check (term_days >= 0),
    law        text        not null,
    changed_at timestamptz not null,
    primary key (entity, code)
);
comment on table procedure_kind is 'What can be asked for at the one counter, and the unit that answers for it.';

create table filing (
    id          uuid primary key,
    entity      varchar(6) not null,
    procedure   text       not null,
    year        integer    not null,
    number      integer    not null check (number >= 1),
    process     uuid references process,
    channel     text       not null,
    unit        text       not null,
    received_on date       not null,
    due_on      date       not null check (due_on >= received_on),
    answer_act  text,
    answered_on date,
    constraint filing_number unique (entity, year, number),
    foreign key (entity, procedure) references procedure_kind (entity, code),
    check ((answer_act is null) = (answered_on is null))
);
create index filing_unit on filing (entity, unit, due_on) where answered_on is null;

create table filing_route (
    filing  uuid        not null references filing,
    step    integer     not null,
    unit    text        not null,
    because text        not null,
    at      timestamptz not null,
    primary key (filing, step)
);

create table credential_key (
    id          text primary key,
    entity      varchar(6)  not null references entity,
    public_key  bytea       not null,
    wrapped_key bytea       not null,
    private_key bytea       not null,
    created_at  timestamptz not null,
    retired_at  timestamptz
);
create unique index credential_key_in_use on credential_key (entity) where retired_at is null;
comment on table credential_key is 'Ed25519 keys that sign credentials; the private half is encrypted under a key that the master key wraps.';

alter table agent add column applied_at timestamptz;
comment on column agent.applied_at is 'When the application was handed in, where it was said.';
alter table application_refusal add column application uuid;
comment on column application_refusal.application is 'Holds the reasons of one refused application together; random, nothing of who applied.';
