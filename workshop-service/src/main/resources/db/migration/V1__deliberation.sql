-- What the registry and the allocation told, with only the columns that are read here.

create table process (
    process     uuid primary key,
    entity      varchar(6)  not null,
    ubigeo      varchar(10) not null,
    name        text        not null,
    fiscal_year integer     not null,
    regulation  text        not null
);
comment on column process.regulation is 'The effective regulation as the registry bound it to the process: JSON.';

create table process_phase (
    process uuid not null,
    phase   text not null,
    state   text not null check (state in ('OPEN', 'CLOSED')),
    primary key (process, phase)
);

create table agent (
    process           uuid    not null,
    agent             uuid    not null,
    organisation      uuid,
    organisation_kind text,
    role              text    not null,
    sex               text,
    age_band          text,
    language          text,
    zone              text,
    voice             boolean not null,
    vote              boolean not null,
    accredited        boolean not null,
    credential_sha256 text,
    primary key (process, agent)
);
create unique index agent_credential on agent (process, credential_sha256) where credential_sha256 is not null;

create table organisation (
    organisation uuid primary key,
    kind         text not null,
    sector       text,
    zone         text
);

create table training_attendance (
    process  uuid not null,
    agent    uuid not null,
    training uuid not null,
    primary key (process, agent, training)
);

create table published_roll (
    process uuid primary key,
    agents  integer     not null,
    at      timestamptz not null
);

create table declared_envelope (
    process  uuid not null,
    envelope uuid not null,
    primary key (process, envelope)
);

-- The development plan and its objectives.

create table development_plan (
    plan    uuid primary key,
    process uuid        not null references process,
    entity  varchar(6)  not null,
    title   text        not null,
    adopted_on date,
    version bigint      not null
);
create index development_plan_process on development_plan (process, plan);

create table objective (
    objective     uuid primary key,
    plan          uuid   not null references development_plan,
    code          text   not null,
    name          text   not null,
    origin        text   not null check (origin in ('PLAN', 'AGENTS')),
    since_version bigint not null check (since_version > 0),
    minutes       uuid,
    unique (plan, code)
);
comment on column objective.minutes is 'The workshop whose minutes record an objective that the agents added.';

-- Workshops, attendance, minutes.

create table workshop (
    workshop     uuid primary key,
    process      uuid        not null references process,
    entity       varchar(6)  not null,
    title        text        not null,
    kind         text        not null,
    starts_at    timestamptz not null,
    place        text        not null,
    convened_at  timestamptz not null,
    agenda       text        not null,
    audience     text        not null,
    language     text        not null,
    channels     text        not null,
    interpreter  boolean     not null,
    state        text        not null check (state in ('CONVENED', 'HELD', 'SEALED')),
    held_at      timestamptz,
    quorum       integer     check (quorum >= 0),
    draft        text,
    draft_version bigint     not null default 0,
    sealed_minutes text,
    sha256       char(64),
    sealed_at    timestamptz,
    version      bigint      not null,
    check (convened_at <= starts_at),
    check ((state = 'SEALED') = (sealed_minutes is not null and sha256 is not null and sealed_at is not null)),
    check (state = 'CONVENED' or held_at is not null)
);
create index workshop_process on workshop (process, starts_at, workshop);

create table attendance (
    workshop   uuid        not null references workshop,
    agent      uuid        not null,
    arrived_at timestamptz not null,
    primary key (workshop, agent)
);

create table minutes_addendum (
    workshop uuid        not null references workshop,
    number   integer     not null check (number > 0),
    document text        not null,
    sha256   char(64)    not null,
    added_at timestamptz not null,
    primary key (workshop, number)
);

create function sealed_minutes_stand() returns trigger language plpgsql as $$
begin
    if old.sealed_minutes is not null
        and (new.sealed_minutes is distinct from old.sealed_minutes or new.sha256 is distinct from old.sha256
             or new.sealed_at is distinct from old.sealed_at) then
        raise exception 'sealed minutes are never changed; an addendum corrects them';
    end if;
    return new;
end $$;
create trigger sealed_minutes_stand before update on workshop for each row execute function sealed_minutes_stand();

create function addenda_stand() returns trigger language plpgsql as $$
begin
    raise exception 'an addendum is never changed nor removed';
end $$;
create trigger addenda_stand before update or delete on minutes_addendum for each row execute function addenda_stand();

-- Proposals and their technical evaluation.

create table proposal (
    proposal       uuid primary key,
    process        uuid       not null references process,
    entity         varchar(6) not null,
    title          text       not null,
    problem        text,
    description    text,
    objective      uuid references objective,
    zone           text,
    scope          text       not null check (scope in ('ZONE', 'DISTRICT')),
    origin         text       not null check (origin in ('AGENTS', 'PROGRAMME', 'ENTITY')),
    organisation   uuid,
    proposer       uuid,
    beneficiaries  integer    check (beneficiaries >= 0),
    cost           bigint     check (cost >= 0),
    unique_investment_code text,
    status         text       not null check (status in ('SUBMITTED', 'VIABLE', 'OBSERVED', 'NOT_VIABLE')),
    position       bigint generated always as identity,
    version        bigint     not null
);
create index proposal_process on proposal (process, position);
create unique index proposal_investment_code on proposal (process, unique_investment_code)
    where unique_investment_code is not null;

create table evaluation (
    evaluation  uuid primary key,
    proposal    uuid        not null references proposal,
    evaluator   text        not null,
    opinion     text        not null check (opinion in ('VIABLE', 'OBSERVED', 'NOT_VIABLE')),
    cost        bigint      check (cost >= 0),
    explanation text        not null,
    at          timestamptz not null,
    number      bigint generated always as identity
);
create index evaluation_proposal on evaluation (proposal, number);
