create table finding (
    finding   uuid primary key,
    process   uuid        not null,
    entity    varchar(6)  not null check (entity ~ '^[0-9]{6}$'),
    kind      text        not null,
    severity  text        not null check (severity in ('NOTICE', 'WARNING', 'BREACH')),
    subject   text        not null,
    details   jsonb       not null,
    law       text,
    state     text        not null default 'RAISED' check (state in ('RAISED', 'ANSWERED', 'CLOSED')),
    holds     boolean     not null default true,
    raised_at timestamptz not null,
    closed_at timestamptz,
    version   bigint      not null default 1 check (version > 0),
    unique (process, kind, subject),
    check ((state = 'CLOSED') = (closed_at is not null))
);
comment on table finding is 'What the facts show to be amiss, once a kind and subject; kept when the read models are built anew.';
comment on column finding.holds is 'Whether the facts still show it; a finding that no longer holds stays visible.';
create index finding_of_process on finding (process, raised_at);

create table finding_answer (
    answer      uuid primary key,
    finding     uuid        not null references finding,
    office      text        not null check (length(office) between 1 and 200),
    text        text        not null check (length(text) between 1 and 4000),
    document    text,
    answered_at timestamptz not null
);
comment on table finding_answer is 'What the entity answers, as published.';
create index answer_of_finding on finding_answer (finding, answered_at);
