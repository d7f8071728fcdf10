-- Files of many rows that are taken in beside the request that brought them.

create table import_job (
    id              uuid        primary key,
    kind            text        not null,
    entity          varchar(6)  not null,
    about           text        not null,
    caller          text        not null,
    idempotency_key text        not null,
    format          text        not null check (format in ('CSV', 'JSON_LINES')),
    mode            text        not null check (mode in ('VALID_ROWS', 'ALL_OR_NOTHING')),
    dry_run         boolean     not null,
    sha256          text        not null,
    bytes           bigint      not null,
    wrapped_key     bytea,
    status          text        not null check (status in ('WAITING', 'RUNNING', 'FINISHED', 'REFUSED', 'FAILED')),
    attempts        integer     not null default 0,
    rows_read       bigint      not null default 0,
    rows_accepted   bigint      not null default 0,
    rows_refused    bigint      not null default 0,
    problem         text,
    created_at      timestamptz not null,
    ended_at        timestamptz,
    unique (caller, idempotency_key)
);
comment on table import_job is 'A file that was brought and what became of it; survives the process that works on it.';
comment on column import_job.wrapped_key is 'Key of the file, gone when the job has ended: it may hold personal data.';
create index import_job_open on import_job (created_at) where status in ('WAITING', 'RUNNING');

create table import_file_part (
    job     uuid    not null references import_job on delete cascade,
    number  integer not null,
    content bytea   not null,
    primary key (job, number)
);
comment on table import_file_part is 'The file, encrypted, in parts; deleted when the job has ended.';

create table import_row (
    job      uuid   not null references import_job on delete cascade,
    number   bigint not null,
    line     bigint not null,
    accepted boolean not null,
    subject  text,
    breaches text,
    primary key (job, number)
);
comment on table import_row is 'What became of each row; says which column breaks which rule, never what stood in it.';
create index import_row_refused on import_row (job, number) where not accepted;
