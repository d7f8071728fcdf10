-- What this service keeps of the others' facts.

create table budget_process (
    process    uuid primary key,
    entity     varchar(6)  not null,
    ubigeo     varchar(10) not null,
    regulation text        not null
);
comment on table budget_process is 'The process and the effective ordinance that is bound to it; registry owns both.';

create table agent (
    agent             uuid not null,
    process           uuid not null,
    entity            varchar(6) not null,
    organisation      uuid,
    organisation_kind text,
    sex               varchar(10),
    zone              text,
    accredited        boolean not null,
    primary key (process, agent)
);
comment on table agent is 'Who may sit on a committee: sex, zone and organisation, nothing that tells the person.';

create table elected (
    election      uuid not null,
    process       uuid not null,
    kind          text not null,
    agent         uuid not null,
    post          text not null,
    proclaimed_at timestamptz not null,
    primary key (election, agent, post)
);
create index elected_of_process on elected (process, kind);

create table agreements_act (
    act       uuid primary key,
    process   uuid not null,
    entity    varchar(6) not null,
    approved  boolean not null
);

create table agreement (
    agreement              uuid primary key,
    act                    uuid not null references agreements_act,
    title                  text not null,
    amount                 bigint not null check (amount >= 0),
    zone                   text,
    objective              uuid,
    unique_investment_code text
);
create index agreement_of_act on agreement (act);

-- The works.

create table project (
    project                uuid primary key,
    process                uuid not null,
    entity                 varchar(6) not null,
    agreement              uuid not null unique references agreement,
    title                  text not null,
    agreed                 bigint not null check (agreed >= 0),
    zone                   text,
    objective              uuid,
    unique_investment_code text,
    state                  varchar(10) not null check (state in ('OPENED', 'STARTED', 'SUSPENDED', 'SETTLED', 'CLOSED')),
    opened_at              timestamptz not null,
    started_on             date,
    planned_end            date,
    suspended_since        date,
    resumed_on             date,
    settled_on             date,
    closed_on              date,
    certified              bigint not null check (certified >= 0),
    committed              bigint not null check (committed >= 0),
    accrued                bigint not null check (accrued >= 0),
    disbursed              bigint not null check (disbursed >= 0),
    contributed            bigint not null check (contributed >= 0),
    community_received     bigint not null check (community_received >= 0),
    community_spent        bigint not null check (community_spent >= 0),
    physical_percent       numeric(5, 2) not null check (physical_percent between 0 and 100),
    version                bigint not null,
    constraint community_money_is_never_overspent check (community_spent <= community_received),
    constraint works_end_after_they_start check (planned_end >= started_on),
    constraint started_works_have_dates check ((state = 'OPENED') = (started_on is null) and (started_on is null) = (planned_end is null)),
    constraint suspended_works_have_a_day check ((state = 'SUSPENDED') = (suspended_since is not null)),
    constraint settled_works_have_a_day check ((state in ('SETTLED', 'CLOSED')) = (settled_on is not null)),
    constraint closed_works_have_a_day check ((state = 'CLOSED') = (closed_on is not null))
);
create index project_of_process on project (process, project);

create table committee (
    committee      uuid primary key,
    process        uuid not null,
    entity         varchar(6) not null,
    kind           varchar(10) not null check (kind in ('MANAGEMENT', 'VIGILANCE')),
    project        uuid references project,
    zone           text,
    act            text not null,
    constituted_on date not null,
    ends_on        date,
    ended_on       date,
    ended_by       text,
    constituted_at timestamptz not null,
    constraint a_management_committee_has_a_project check ((kind = 'MANAGEMENT') = (project is not null)),
    constraint a_term_ends_after_it_begins check (ends_on >= constituted_on),
    constraint an_ended_committee_names_the_act check ((ended_on is null) = (ended_by is null) and ended_on >= constituted_on)
);
create unique index one_active_management_committee on committee (project) where kind = 'MANAGEMENT' and ended_on is null;
create unique index one_active_vigilance_committee on committee (process) where kind = 'VIGILANCE' and ended_on is null;
create index committee_of_process on committee (process, committee);

create table committee_member (
    committee uuid not null references committee,
    seat      integer not null,
    agent     uuid not null,
    post      text not null,
    sex       varchar(10),
    zone      text,
    primary key (committee, seat)
);

create table cooperation_agreement (
    agreement uuid primary key,
    project   uuid not null references project,
    signed_on date not null,
    document  text not null
);
create index cooperation_agreement_of_project on cooperation_agreement (project);

create table cooperation_party (
    agreement uuid not null references cooperation_agreement,
    party     varchar(16) not null,
    primary key (agreement, party)
);

create table pledge (
    agreement uuid not null references cooperation_agreement,
    ordinal   integer not null,
    kind      varchar(10) not null check (kind in ('LABOUR', 'MATERIALS', 'MONEY', 'OTHER')),
    quantity  numeric(14, 3) not null check (quantity > 0),
    unit      text not null,
    value     bigint not null check (value >= 0),
    primary key (agreement, ordinal)
);

create table expenditure (
    expenditure uuid primary key,
    process     uuid not null,
    entity      varchar(6) not null,
    project     uuid references project,
    agreement   uuid,
    ordinal     integer,
    work_name   text not null,
    phase       varchar(10) not null check (phase in ('CERTIFIED', 'COMMITTED', 'ACCRUED', 'DISBURSED')),
    amount      bigint not null check (amount > 0),
    total       bigint,
    ceiling     bigint,
    line        varchar(2) not null,
    document    text not null,
    spent_on    date not null,
    payee       varchar(11),
    origin      varchar(8) not null check (origin in ('OWN', 'IMPORTED')),
    flags       text not null,
    recorded_at timestamptz not null,
    constraint an_agreed_work_has_all_or_nothing check (
        (project is null) = (agreement is null) and (project is null) = (ordinal is null)
        and (project is null) = (total is null) and (project is null) = (ceiling is null)),
    constraint entries_follow_one_another unique (project, ordinal),
    constraint own_entries_stay_under_their_ceiling check (project is null or origin = 'IMPORTED' or total <= ceiling)
);
comment on column expenditure.total is 'Sum of the phase with this entry.';
comment on column expenditure.ceiling is 'What the phase may not pass: the agreed amount, or the sum of the phase before.';
create index expenditure_of_process on expenditure (process);

create table contribution (
    contribution uuid primary key,
    project      uuid not null references project,
    cooperation  uuid references cooperation_agreement,
    kind         varchar(10) not null check (kind in ('LABOUR', 'MATERIALS', 'MONEY', 'OTHER')),
    quantity     numeric(14, 3) not null check (quantity > 0),
    unit         text not null,
    value        bigint not null check (value > 0),
    delivered_on date not null,
    document     text,
    recorded_at  timestamptz not null
);
create index contribution_of_project on contribution (project);

create table community_money (
    entry         uuid primary key,
    project       uuid not null references project,
    ordinal       integer not null,
    direction     varchar(8) not null check (direction in ('RECEIVED', 'SPENT', 'RETURNED')),
    amount        bigint not null check (amount > 0),
    balance       bigint not null,
    contribution  uuid references contribution,
    purpose       text not null,
    document      text not null,
    booked_on     date not null,
    recorded_at   timestamptz not null,
    constraint community_entries_follow_one_another unique (project, ordinal),
    constraint community_money_never_runs_below_zero check (balance >= 0)
);
comment on table community_money is 'What the community gave in money, apart from public money.';

create table progress_report (
    report       uuid primary key,
    project      uuid not null references project,
    physical     numeric(5, 2) not null check (physical between 0 and 100),
    financial    numeric(9, 2) not null check (financial >= 0),
    period_end   date not null,
    reason       text,
    delay_cause  text,
    next_date    date,
    document     text,
    recorded_at  timestamptz not null,
    constraint one_report_a_period unique (project, period_end)
);

create table suspension (
    suspension     uuid primary key,
    project        uuid not null references project,
    cause          varchar(24) not null,
    note           text,
    document       text,
    since          date not null,
    expected_until date,
    resumed_on     date,
    recorded_at    timestamptz not null,
    constraint works_resume_after_they_stop check (resumed_on >= since),
    constraint an_expected_end_lies_ahead check (expected_until >= since)
);
create unique index one_open_suspension on suspension (project) where resumed_on is null;

create table settlement (
    settlement          uuid primary key,
    project             uuid not null references project,
    settled_on          date not null,
    document            text not null,
    agreed              bigint not null,
    certified           bigint not null,
    committed           bigint not null,
    accrued             bigint not null,
    disbursed           bigint not null,
    contributed         bigint not null,
    community_received  bigint not null,
    community_spent     bigint not null,
    community_returned  bigint not null,
    standing            boolean not null,
    recorded_at         timestamptz not null,
    constraint community_money_is_reconciled check (community_received = community_spent + community_returned)
);
create unique index one_standing_settlement on settlement (project) where standing;
