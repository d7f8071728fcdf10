-- Who takes part, where, and under which rules.

create table territory (
    ubigeo     varchar(10) primary key check (ubigeo ~ '^(\d{2}|\d{4}|\d{6}|\d{10})$'),
    level      text        not null check (level in ('REGION', 'PROVINCE', 'DISTRICT', 'POPULATED_CENTRE')),
    name       text        not null,
    reniec     varchar(6),
    capital    text,
    population bigint check (population >= 0),
    altitude   integer,
    poverty_percent numeric(5, 2) check (poverty_percent between 0 and 100),
    valid_from  date not null default date '1900-01-01',
    valid_until date,
    check (valid_until is null or valid_until >= valid_from)
);
comment on table territory is 'By INEI code. RENIEC numbers the same places otherwise; its code stands beside and is a key of nothing.';
create index territory_prefix on territory (ubigeo text_pattern_ops);

create table entity (
    code         varchar(6) primary key check (code ~ '^\d{6}$'),
    kind         text        not null check (kind in ('DISTRICT_MUNICIPALITY', 'PROVINCIAL_MUNICIPALITY', 'REGIONAL_GOVERNMENT')),
    name         text        not null,
    ubigeo       varchar(10) not null references territory,
    council_size integer check (council_size between 1 and 60),
    council_term_from  date,
    council_term_until date,
    changed_at   timestamptz not null,
    version      bigint      not null default 0,
    check (council_term_until is null or council_term_until > council_term_from)
);
create unique index entity_one_district_municipality on entity (ubigeo) where kind <> 'REGIONAL_GOVERNMENT';
create index entity_ubigeo on entity (ubigeo text_pattern_ops);

create table indicator_set (
    id           uuid primary key,
    entity       varchar(6)  not null references entity,
    scheme       text        not null,
    year         integer     not null check (year between 1990 and 2100),
    version      integer     not null check (version >= 1),
    source       text        not null,
    zones        text        not null,
    values_      text        not null,
    published_at timestamptz not null,
    unique (entity, scheme, year, version)
);
comment on table indicator_set is 'Each publication is a version of its own; an earlier one is never changed, since a distribution may rest on it.';

create table regulation (
    identifier text primary key check (identifier ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    entity     varchar(6) references entity,
    current    integer     not null check (current >= 1),
    created_at timestamptz not null
);

create table regulation_version (
    id              text primary key,
    identifier      text        not null references regulation,
    version         integer     not null check (version >= 1),
    level           text        not null check (level in ('NATIONAL', 'REGION', 'PROVINCE', 'DISTRICT')),
    effective_from  date        not null,
    effective_until date,
    document        text        not null,
    effective       text        not null,
    sha256          char(64)    not null,
    published_by    text        not null,
    published_at    timestamptz not null,
    unique (identifier, version),
    check (id = identifier || '/' || version),
    check (effective_until is null or effective_until >= effective_from)
);

create function never_changes() returns trigger language plpgsql as $$
begin
    raise exception '% rows never change', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger a_published_text_never_changes before update or delete on regulation_version
    for each row execute function never_changes();

create table process (
    id                 uuid primary key,
    entity             varchar(6)  not null references entity,
    territory          varchar(10) not null,
    fiscal_year        integer     not null check (fiscal_year between 2003 and 2100),
    level              text        not null check (level in ('REGION', 'PROVINCE', 'DISTRICT')),
    name               text        not null,
    regulation         text        not null,
    regulation_version integer     not null,
    rules              text        not null,
    called_on          date        not null,
    led_by             text        not null check (led_by in ('ENTITY', 'CONSULTANT')),
    channels           text        not null,
    changed_at         timestamptz not null,
    version            bigint      not null,
    foreign key (regulation, regulation_version) references regulation_version (identifier, version),
    constraint process_one_per_fiscal_year unique (entity, territory, fiscal_year)
);
comment on column process.rules is 'The effective regulation as it was on the day of the call; frozen.';
create index process_fiscal_year on process (fiscal_year);

create function rules_are_frozen() returns trigger language plpgsql as $$
begin
    if new.rules <> old.rules or new.regulation <> old.regulation or new.regulation_version <> old.regulation_version then
        raise exception 'a process keeps the rules it was called under' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger a_process_keeps_its_rules before update on process
    for each row execute function rules_are_frozen();

create table phase (
    id               uuid primary key,
    process          uuid    not null references process,
    ordinal          integer not null check (ordinal >= 0),
    phase            text    not null,
    title            text    not null,
    responsible_unit text,
    state            text    not null check (state in ('PLANNED', 'OPEN', 'CLOSED')),
    opened_at        timestamptz,
    closed_at        timestamptz,
    unique (process, ordinal),
    unique (process, phase),
    check ((state = 'PLANNED') = (opened_at is null)),
    check ((state = 'CLOSED') = (closed_at is not null))
);

create table evidence (
    event_id    uuid primary key,
    process     uuid        not null,
    requirement text        not null,
    subject     text        not null,
    occurred_at timestamptz not null,
    unique (process, requirement, subject)
);
comment on table evidence is 'What the other services recorded that a phase may require; may arrive before its process.';

create table organisation (
    id             uuid primary key,
    entity         varchar(6)  not null references entity,
    name           text        not null,
    name_key       text        not null,
    kind           text        not null,
    sector         text        not null check (sector in ('CIVIL_SOCIETY', 'STATE')),
    zone           text,
    founded_on     date,
    registry_entry text,
    ruc            char(11),
    members        integer check (members >= 0),
    registered_at  timestamptz not null,
    constraint organisation_once unique (entity, name_key)
);
create unique index organisation_ruc on organisation (entity, ruc) where ruc is not null;

create table person (
    id             uuid primary key,
    entity         varchar(6)  not null references entity,
    document_index char(64),
    document_kind  text        not null,
    wrapped_key    bytea,
    document       bytea,
    names          bytea,
    birth_date     bytea,
    contact        bytea,
    changed_at     timestamptz not null,
    erased_at      timestamptz,
    constraint person_once unique (entity, document_index),
    check ((erased_at is null) = (wrapped_key is not null)),
    check ((erased_at is null) = (document_index is not null))
);
comment on table person is 'Encrypted under a key per person. Erasing a person destroys the key; the agents stay, random ids without anyone behind them.';

create table agent (
    id              uuid primary key,
    process         uuid        not null references process,
    entity          varchar(6)  not null,
    person          uuid        not null references person,
    organisation    uuid references organisation,
    role            text        not null check (role in ('PRINCIPAL', 'ALTERNATE', 'OFFICIAL', 'TECHNICAL_TEAM')),
    sex             text        not null check (sex in ('FEMALE', 'MALE')),
    age_band        text        not null check (age_band in ('18-29', '30-44', '45-59', '60+', 'unknown')),
    language        text        not null,
    zone            text,
    voice           boolean     not null,
    vote            boolean     not null,
    sole_vote       boolean     not null,
    credential      varchar(14) not null,
    protected_identity boolean  not null,
    state           text        not null check (state in ('ACCREDITED', 'REVOKED', 'REPLACED')),
    accredited_at   timestamptz not null,
    accredited_by   text        not null,
    ended_at        timestamptz,
    ended_because   text,
    replaced_by     uuid references agent deferrable initially deferred,
    duties_accepted_at timestamptz,
    constraint agent_credential unique (process, credential),
    check (role not in ('PRINCIPAL', 'ALTERNATE') or organisation is not null),
    check ((state = 'ACCREDITED') = (ended_at is null)),
    check ((state = 'REPLACED') = (replaced_by is not null))
);
create unique index agent_once_per_process on agent (process, person) where state = 'ACCREDITED';
create unique index agent_one_vote_per_organisation on agent (process, organisation)
    where state = 'ACCREDITED' and role = 'PRINCIPAL' and sole_vote;
create index agent_roll on agent (process, id);
create index agent_organisation on agent (organisation);
create index agent_person on agent (person);
comment on column agent.sole_vote is 'Whether the regulation gives the organisation one vote; then it has one accredited principal, whatever arrives at once.';

create table roll (
    process       uuid primary key references process,
    agents        integer     not null check (agents >= 0),
    women         integer     not null check (women >= 0),
    men           integer     not null check (men >= 0),
    organisations integer     not null check (organisations >= 0),
    published_at  timestamptz not null,
    published_by  text        not null,
    check (agents = women + men)
);

create table training (
    id         uuid primary key,
    process    uuid        not null references process,
    title      text        not null,
    topics     text        not null,
    held_on    date        not null,
    place      text,
    language   text        not null,
    audience   text        not null check (audience in ('AGENTS', 'STAFF', 'AUTHORITIES')),
    staff_areas text       not null,
    recorded_at timestamptz not null
);
create index training_process on training (process);

create table training_attendance (
    training uuid not null references training,
    agent    uuid not null references agent,
    primary key (training, agent)
);
create index training_attendance_agent on training_attendance (agent);

create table body (
    id             uuid primary key,
    entity         varchar(6)  not null references entity,
    process        uuid references process,
    kind           text        not null,
    act            text        not null,
    act_date       date,
    constituted_at timestamptz not null
);
create index body_process on body (process, kind);
create index body_entity on body (entity, kind);

create table body_seat (
    body    uuid    not null references body,
    ordinal integer not null,
    post    text    not null,
    name    text,
    kind    text    not null,
    sex     text check (sex in ('FEMALE', 'MALE')),
    organisation uuid references organisation,
    paid    boolean not null default false,
    primary key (body, ordinal)
);

create table access_log (
    id       bigint generated always as identity primary key,
    at       timestamptz not null,
    account  text        not null,
    process  uuid        not null,
    agents   integer     not null,
    purpose  text        not null
);
create index access_log_process on access_log (process, at);
comment on table access_log is 'Who read personal fields of how many agents of which process, and for what (Ley 29733).';
