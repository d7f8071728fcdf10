-- Everything in the schema read_model is folded from events and may be emptied and built anew at any time.
create schema read_model;

create table read_model.entity (
    entity     varchar(6) primary key check (entity ~ '^[0-9]{6}$'),
    name       text        not null,
    kind       text        not null,
    ubigeo     varchar(10) not null check (ubigeo ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{10})$'),
    region     text,
    province   text,
    district   text,
    population integer check (population >= 0)
);
comment on table read_model.entity is 'Who runs processes, and where.';

create table read_model.organisation (
    organisation uuid primary key,
    entity       varchar(6) not null,
    kind         text       not null,
    sector       text,
    zone         text
);
comment on table read_model.organisation is 'Kind and sector of each organisation, for counts; its name is not kept.';

create table read_model.zone_value (
    entity    varchar(6) not null,
    scheme    text       not null,
    year      integer    not null,
    version   integer    not null,
    zone      text       not null,
    zone_name text       not null,
    indicator text       not null,
    unit      text,
    value     numeric    not null,
    primary key (entity, scheme, year, version, zone, indicator)
);
comment on table read_model.zone_value is 'What is counted of each zone of an entity.';

create table read_model.process (
    process     uuid primary key,
    entity      varchar(6) not null,
    ubigeo      varchar(10),
    name        text,
    fiscal_year integer check (fiscal_year between 2003 and 2100),
    called      boolean     not null default false,
    revision    bigint      not null default 1 check (revision > 0),
    examined    bigint      not null default 0 check (examined between 0 and revision),
    touched_at  timestamptz not null default clock_timestamp(),
    check (not called or (name is not null and ubigeo is not null and fiscal_year is not null))
);
comment on table read_model.process is 'Each process heard of; shown once its call is known. The revision grows with each fact.';
comment on column read_model.process.examined is 'The revision at which findings were last looked for.';
create index process_listing on read_model.process (fiscal_year desc, process) where called;
create index process_of_entity on read_model.process (entity);
create index process_to_examine on read_model.process (touched_at) where examined < revision;

create table read_model.fact (
    process uuid        not null,
    kind    text        not null,
    subject text        not null,
    at      timestamptz not null,
    body    jsonb       not null,
    primary key (process, kind, subject)
);
comment on table read_model.fact is 'The last word on each thing of a process, whichever topic it came by and in whatever order.';

create table read_model.agent (
    process           uuid not null,
    agent             uuid not null,
    organisation      uuid,
    organisation_kind text,
    role              text,
    sex               text,
    age_band          text,
    language          text,
    zone              text,
    active            boolean not null default true,
    primary key (process, agent)
);
comment on table read_model.agent is 'Places on the rolls, for counts by group in which small cells are suppressed; never shown singly.';

-- What follows is not a read model: it is kept when the read models are built anew.

create table read_model_generation (
    only_one   boolean primary key default true check (only_one),
    generation text        not null,
    since      timestamptz not null default now()
);
comment on table read_model_generation is 'The generation that the read models belong to.';

create table awaited_event (
    event_id uuid primary key
);
comment on table awaited_event is 'Events of the generation before that have not yet taken effect again: empty when a rebuild is done.';
