-- Files of many lines: staged as they come in, judged and taken by one transaction.

create table bulk_file (
    id              uuid primary key,
    kind            text        not null check (kind in ('BUDGET_LINES', 'INVESTMENT_PROGRAMME', 'EXECUTION')),
    entity          varchar(6),
    caller          text        not null,
    idempotency_key text        not null,
    mode            text        not null check (mode in ('VALID_ROWS', 'ALL_OR_NOTHING')),
    dry_run         boolean     not null,
    sha256          text        not null,
    ignored_columns text        not null,
    status          text        not null check (status in ('WAITING', 'FINISHED', 'REFUSED', 'FAILED')),
    attempts        integer     not null default 0,
    lines           bigint      not null default 0,
    refused         bigint      not null default 0,
    flagged         bigint      not null default 0,
    added           bigint      not null default 0,
    changed         bigint      not null default 0,
    unchanged       bigint      not null default 0,
    created_at      timestamptz not null,
    started_at      timestamptz,
    ended_at        timestamptz,
    constraint bulk_file_once unique (caller, idempotency_key)
);
comment on column bulk_file.entity is 'Absent where the lines are of many entities.';
create index bulk_file_waiting on bulk_file (created_at) where status = 'WAITING';

create table bulk_line (
    file               uuid    not null references bulk_file on delete cascade,
    number             bigint  not null,
    line               bigint  not null,
    entity             text    not null,
    fiscal_year        integer not null,
    code               text    not null,
    funding_line       text    not null,
    class              text    not null,
    title              text    not null,
    pia                bigint check (pia >= 0),
    pim                bigint check (pim >= 0),
    certified          bigint check (certified >= 0),
    annual_commitment  bigint check (annual_commitment >= 0),
    monthly_commitment bigint check (monthly_commitment >= 0),
    accrued            bigint check (accrued >= 0),
    disbursed          bigint check (disbursed >= 0),
    programmed         bigint check (programmed >= 0),
    breaches           text,
    flags              text,
    outcome            text check (outcome in ('ADDED', 'CHANGED', 'UNCHANGED', 'REFUSED')),
    primary key (file, number)
);
comment on table bulk_line is 'What a file said in each line, and what became of it.';

create table bulk_change (
    file   uuid   not null,
    number bigint not null,
    field  text   not null,
    before text,
    after  text,
    primary key (file, number, field),
    foreign key (file, number) references bulk_line on delete cascade
);
comment on table bulk_change is 'In what a line differs from what was published before.';

create table published_line (
    kind               text        not null,
    entity             varchar(6)  not null,
    fiscal_year        integer     not null,
    code               text        not null,
    funding_line       text        not null,
    class              text        not null,
    title              text        not null,
    pia                bigint,
    pim                bigint,
    certified          bigint,
    annual_commitment  bigint,
    monthly_commitment bigint,
    accrued            bigint,
    disbursed          bigint,
    programmed         bigint,
    flags              text,
    file               uuid        not null,
    line               bigint      not null,
    taken_at           timestamptz not null,
    primary key (kind, entity, fiscal_year, code, funding_line, class)
);
comment on table published_line is 'What is published of an investment, an activity or an entity in a year, from the newest file that says so.';
create index published_line_of_a_year on published_line (kind, fiscal_year, entity, code);

-- Consistency of programme and budget, and the yearly report of targets.

create table consistency_deadline (
    fiscal_year integer primary key check (fiscal_year between 2003 and 2100),
    due_on      date not null,
    law         text not null
);
comment on table consistency_deadline is 'By when programme and budget of a year must agree, as the directive of that year says.';

create table target_report (
    id           uuid primary key,
    entity       varchar(6)  not null,
    fiscal_year  integer     not null,
    sequence     integer     not null check (sequence > 0),
    document     text        not null,
    published_at timestamptz not null,
    constraint target_report_sequence unique (entity, fiscal_year, sequence)
);
