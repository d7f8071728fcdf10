-- How agreements are kept: what their works come to, new terms of authorities, and what committees were told.

create table fulfilment (
    agreement        uuid primary key,
    process          uuid        not null,
    work             uuid        not null,
    stage            text        not null check (stage in ('OPENED', 'WORKING', 'SUSPENDED', 'SETTLED', 'CLOSED')),
    physical_percent numeric(5, 2) not null default 0,
    accrued          bigint      not null default 0 check (accrued >= 0),
    disbursed        bigint      not null default 0 check (disbursed >= 0),
    started_on       date,
    closed_on        date
);
create index fulfilment_of_a_process on fulfilment (process);
create unique index fulfilment_of_a_work on fulfilment (work);

create table term_of_office (
    id          uuid primary key,
    entity      varchar(6)  not null,
    begins_on   date        not null,
    document    text        not null,
    recorded_at timestamptz not null,
    constraint one_term_begins unique (entity, begins_on)
);

create table carried_agreement (
    term      uuid    not null references term_of_office,
    agreement uuid    not null references agreement,
    title     text    not null,
    amount    bigint  not null check (amount > 0),
    accrued   bigint  not null check (accrued >= 0),
    primary key (term, agreement)
);

create table vigilance_committee (
    body    uuid primary key,
    entity  varchar(6) not null,
    process uuid,
    act     text       not null
);

create table vigilance_notice (
    id              uuid primary key,
    process         uuid        not null,
    entity          varchar(6)  not null,
    agreement       uuid        not null references agreement,
    modification    uuid        not null references modification,
    drift_moved     bigint      not null,
    drift_percent   text,
    noticed_at      timestamptz not null,
    acknowledged_at timestamptz,
    observation     text,
    constraint one_notice_of_a_modification unique (modification)
);
create index vigilance_notice_of_a_process on vigilance_notice (process, id);
