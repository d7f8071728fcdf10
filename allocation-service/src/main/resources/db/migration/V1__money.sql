-- Copies of what the registry and the workshops told.

create table process (
    id            uuid primary key,
    entity        varchar(6) check (entity ~ '^[0-9]{6}$'),
    ubigeo        varchar(10),
    name          text,
    fiscal_year   integer,
    level         text,
    regulation    jsonb,
    closed_phases text not null default ''
);
comment on table process is 'Heard from the registry. A phase may be heard of before its process: then all but the id is absent.';

create table public_entity (
    code       varchar(6) primary key,
    name       text        not null,
    kind       text        not null,
    ubigeo     varchar(10) not null,
    population bigint
);

create table indicator_set (
    entity      varchar(6) not null,
    scheme      text       not null,
    year        integer    not null,
    version     integer    not null,
    source      text       not null,
    zones       jsonb      not null,
    zone_values jsonb      not null,
    primary key (entity, scheme, year, version)
);

create table plan_version (
    process    uuid    not null,
    version    integer not null,
    plan       uuid    not null,
    title      text    not null,
    objectives jsonb   not null,
    primary key (process, version)
);

create table voting_round (
    id             uuid primary key,
    process        uuid not null,
    entity         varchar(6) not null,
    kind           text,
    title          text,
    ballot         text,
    closed         boolean not null default false,
    roll           integer,
    turnout        integer,
    blank          integer,
    tallies        jsonb,
    ballots_sha256 text
);
comment on column voting_round.tallies is 'Present once the round is tallied.';

create table round_ballots (
    round  uuid primary key,
    text   text     not null,
    sha256 char(64) not null
);
comment on table round_ballots is 'Anonymous ballot files, for rules that need more than the sums; each matches the hash told with its tally.';

-- The national catalogue of funding lines.

create table funding_line (
    line   char(2) primary key,
    source char(1) not null,
    name   text    not null
);
comment on table funding_line is 'Rubros of the public budget and the fuente each belongs to (MEF classifier).';
insert into funding_line (line, source, name) values
    ('00', '1', 'Recursos ordinarios'),
    ('04', '5', 'Contribuciones a fondos'),
    ('07', '5', 'Fondo de compensación municipal (FONCOMUN)'),
    ('08', '5', 'Impuestos municipales'),
    ('09', '2', 'Recursos directamente recaudados'),
    ('13', '4', 'Donaciones y transferencias'),
    ('15', '5', 'Fondo de compensación regional (FONCOR)'),
    ('18', '5', 'Canon y sobrecanon, regalías, renta de aduanas y participaciones'),
    ('19', '3', 'Recursos por operaciones oficiales de crédito');

-- Envelopes.

create table envelope (
    id                      uuid primary key,
    process                 uuid        not null references process,
    entity                  varchar(6)  not null,
    fiscal_year             integer     not null check (fiscal_year between 2003 and 2100),
    purse                   text        not null,
    decided_by              text        not null,
    investment_budget       bigint      not null check (investment_budget > 0),
    whole_investment_budget bigint      not null check (whole_investment_budget > 0),
    amount                  bigint      not null check (amount > 0),
    declared_percent        numeric(9, 6),
    computed_percent        numeric(9, 6) not null,
    reserved                bigint      not null default 0,
    foreign_currency        char(3),
    foreign_amount          numeric(20, 2),
    foreign_rate            numeric(20, 6),
    foreign_source          text,
    declared_at             timestamptz not null,
    version                 bigint      not null default 0,
    constraint envelope_once unique (process, fiscal_year, purse),
    constraint envelope_within_budget check (amount <= investment_budget),
    constraint envelope_not_overdrawn check (reserved between 0 and amount),
    constraint envelope_foreign_whole check (num_nonnulls(foreign_currency, foreign_amount, foreign_rate) in (0, 3))
);
comment on column envelope.reserved is 'Taken by agreements. The check decides: an agreement that the envelope cannot carry is never written.';

create table envelope_line (
    envelope uuid    not null references envelope on delete cascade,
    line     char(2) not null references funding_line,
    amount   bigint  not null check (amount > 0),
    primary key (envelope, line)
);

create function envelope_adds_up() returns trigger language plpgsql as $$
declare
    concerned uuid := new.id;
begin
    if exists (select 1 from envelope e where e.id = concerned
               and e.amount <> (select coalesce(sum(l.amount), 0) from envelope_line l where l.envelope = e.id)) then
        raise exception 'the funding lines of envelope % do not add to it', concerned
            using errcode = 'check_violation', constraint = 'envelope_adds_up';
    end if;
    return null;
end $$;
create constraint trigger envelope_adds_up after insert or update of amount on envelope
    deferrable initially deferred for each row execute function envelope_adds_up();
create function envelope_line_adds_up() returns trigger language plpgsql as $$
declare
    concerned uuid := case when tg_op = 'DELETE' then old.envelope else new.envelope end;
begin
    if exists (select 1 from envelope e where e.id = concerned
               and e.amount <> (select coalesce(sum(l.amount), 0) from envelope_line l where l.envelope = e.id)) then
        raise exception 'the funding lines of envelope % do not add to it', concerned
            using errcode = 'check_violation', constraint = 'envelope_adds_up';
    end if;
    return null;
end $$;
create constraint trigger envelope_line_adds_up after insert or update or delete on envelope_line
    deferrable initially deferred for each row execute function envelope_line_adds_up();

-- Distributions.

create table distribution (
    id       uuid primary key,
    process  uuid        not null references process,
    entity   varchar(6)  not null,
    envelope uuid        not null references envelope,
    sequence integer     not null check (sequence > 0),
    amount   bigint      not null check (amount > 0),
    formula  jsonb       not null,
    inputs   jsonb       not null,
    outcome  jsonb       not null,
    made_at  timestamptz not null,
    constraint distribution_sequence unique (envelope, sequence)
);

create table distribution_part (
    distribution uuid   not null references distribution on delete cascade,
    zone         text   not null,
    amount       bigint not null check (amount >= 0),
    primary key (distribution, zone)
);

create function distribution_adds_up() returns trigger language plpgsql as $$
begin
    if (select d.amount from distribution d where d.id = new.distribution)
       <> (select sum(p.amount) from distribution_part p where p.distribution = new.distribution) then
        raise exception 'the parts of distribution % do not add to it', new.distribution
            using errcode = 'check_violation', constraint = 'distribution_adds_up';
    end if;
    return null;
end $$;
create constraint trigger distribution_adds_up after insert or update on distribution_part
    deferrable initially deferred for each row execute function distribution_adds_up();

-- Selections.

create table selection (
    id           uuid primary key,
    process      uuid        not null references process,
    entity       varchar(6)  not null,
    round        uuid        not null,
    envelope     uuid        not null references envelope,
    budget       bigint      not null check (budget > 0),
    rule         jsonb       not null,
    input        text        not null,
    input_sha256 char(64)    not null,
    outcome      jsonb       not null,
    cost         bigint      not null check (cost >= 0),
    made_at      timestamptz not null,
    constraint selection_within_budget check (cost <= budget)
);

-- Portfolios.

create table portfolio (
    id         uuid primary key,
    process    uuid        not null references process,
    entity     varchar(6)  not null,
    selection  uuid        not null references selection,
    first_year integer     not null,
    years      integer     not null check (years between 1 and 5),
    made_at    timestamptz not null,
    made_on    date        not null
);

create table portfolio_entry (
    portfolio uuid    not null references portfolio on delete cascade,
    proposal  uuid    not null,
    year      integer not null,
    phase     text    not null check (phase in ('FORMULATION', 'EVALUATION', 'TECHNICAL_FILE', 'WORKS', 'OPERATION')),
    amount    bigint  not null check (amount > 0),
    title     text    not null,
    objective uuid,
    primary key (portfolio, proposal, year, phase)
);

-- Agreements.

create table agreements_act (
    id          uuid primary key,
    process     uuid        not null references process,
    entity      varchar(6)  not null,
    envelope    uuid        not null references envelope,
    portfolio   uuid        not null references portfolio,
    signed_on   date        not null,
    signatories integer     not null check (signatories > 0),
    attested_by text        not null,
    document    text        not null,
    sha256      char(64)    not null,
    signed_at   timestamptz not null,
    constraint one_act_of_a_portfolio unique (portfolio)
);
comment on column agreements_act.document is 'Canonical JSON, sealed: its SHA-256 stands beside it.';

create table agreement (
    id                     uuid primary key,
    act                    uuid       not null references agreements_act,
    process                uuid       not null references process,
    entity                 varchar(6) not null,
    envelope               uuid       not null references envelope,
    proposal               uuid       not null,
    title                  text       not null,
    votes                  bigint     not null check (votes >= 0),
    objective              uuid,
    zone                   text,
    unique_investment_code text,
    agreed_amount          bigint     not null check (agreed_amount > 0),
    amount                 bigint     not null check (amount >= 0),
    state                  text       not null check (state in ('OPEN', 'DONE', 'WITHDRAWN')),
    modifications          integer    not null default 0,
    version                bigint     not null default 0,
    constraint agreement_once unique (act, proposal)
);
create unique index agreement_of_a_proposal on agreement (process, proposal) where state <> 'WITHDRAWN';
comment on column agreement.amount is 'As it stands after lawful modifications; agreed_amount is what was signed and never changes.';

create table agreement_schedule (
    agreement uuid    not null references agreement on delete cascade,
    year      integer not null,
    amount    bigint  not null check (amount >= 0),
    primary key (agreement, year)
);

create table approval (
    act        uuid        not null references agreements_act,
    approval   text        not null,
    ordinal    integer     not null check (ordinal >= 0),
    number     text        not null,
    decided_on date        not null,
    session    text,
    changes    text,
    recorded_at timestamptz not null,
    primary key (act, approval),
    constraint one_approval_at_a_time unique (act, ordinal)
);

create table modification (
    id            uuid primary key,
    agreement     uuid        not null references agreement,
    sequence      integer     not null check (sequence > 0),
    reason        text        not null,
    law           text        not null,
    act           text        not null,
    decided_on    date        not null,
    amount_before bigint      not null check (amount_before >= 0),
    amount_after  bigint      not null check (amount_after >= 0),
    recorded_at   timestamptz not null,
    constraint modification_sequence unique (agreement, sequence)
);

create function agreements_are_reserved() returns trigger language plpgsql as $$
begin
    if (select e.reserved from envelope e where e.id = new.envelope)
       < (select coalesce(sum(a.amount), 0) from agreement a where a.envelope = new.envelope and a.state <> 'WITHDRAWN') then
        raise exception 'agreements of envelope % exceed what it reserves', new.envelope
            using errcode = 'check_violation', constraint = 'agreements_are_reserved';
    end if;
    return null;
end $$;
create constraint trigger agreements_are_reserved after insert or update on agreement
    deferrable initially deferred for each row execute function agreements_are_reserved();
