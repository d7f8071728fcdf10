-- What was decided, by whom and how; and the documents that a session had before it.

create table decision (
    decision    uuid primary key,
    process     uuid        not null references process,
    entity      varchar(6)  not null,
    number      integer     not null check (number > 0),
    matter      text        not null,
    body        text        not null check (body in ('AGENTS_ASSEMBLY', 'COORDINATION_COUNCIL', 'VIGILANCE_COMMITTEE',
                                                     'MUNICIPAL_COUNCIL', 'EXECUTIVE')),
    method      text        not null check (method in ('CONSENSUS', 'SHOW_OF_HANDS', 'BALLOT', 'RESOLUTION')),
    outcome     text        not null check (outcome in ('ADOPTED', 'REJECTED')),
    decided_on  date        not null,
    document    text        not null,
    in_favour   integer     check (in_favour >= 0),
    against     integer     check (against >= 0),
    abstained   integer     check (abstained >= 0),
    objections  text        not null,
    workshop    uuid        references workshop,
    round       uuid        references round,
    recorded_at timestamptz not null,
    unique (process, number),
    check ((body = 'EXECUTIVE') = (method = 'RESOLUTION')),
    check ((method = 'BALLOT') = (round is not null)),
    check (method <> 'SHOW_OF_HANDS' or (in_favour is not null and against is not null)),
    check (method <> 'CONSENSUS' or (outcome = 'ADOPTED' and coalesce(against, 0) = 0))
);
comment on table decision is 'Decisions of a process as they were taken. A row is never changed: a later decision revokes an earlier one.';
comment on column decision.objections is 'What was said against it: a JSON array of texts.';

create table session_document (
    document    uuid primary key,
    workshop    uuid        not null references workshop,
    kind        text        not null check (kind in ('ACCOUNTS', 'BUDGET', 'DIAGNOSIS', 'OTHER')),
    title       text        not null,
    sha256      char(64)    not null check (sha256 ~ '^[0-9a-f]{64}$'),
    address     text,
    attached_at timestamptz not null,
    unique (workshop, sha256)
);
comment on table session_document is 'What a session had before it, by its hash: whoever holds the file can show that it is the one.';
