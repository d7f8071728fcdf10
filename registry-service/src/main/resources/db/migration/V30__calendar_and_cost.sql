-- When the steps of a process take place, and what running the process itself costs.

create table process_calendar (
    process    uuid        primary key references process,
    activities text        not null,
    changed_at timestamptz not null,
    version    bigint      not null
);

create table process_expense (
    id          uuid primary key,
    process     uuid        not null references process,
    kind        text        not null check (kind in ('STAFF', 'TRAVEL', 'VENUE', 'MATERIALS', 'OUTREACH', 'TRAINING', 'CONSULTANCY', 'OTHER')),
    area        text        not null,
    concept     text        not null,
    amount      bigint      not null check (amount > 0),
    spent_on    date        not null,
    document    text        not null,
    recorded_at timestamptz not null,
    constraint process_expense_document_once unique (process, document, concept)
);
comment on column process_expense.amount is 'Centimos of sol.';
create index process_expense_process on process_expense (process, spent_on);
