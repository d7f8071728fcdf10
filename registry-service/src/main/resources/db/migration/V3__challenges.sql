-- Tachas against accredited agents.

create table challenge (
    id            uuid primary key,
    process       uuid        not null references process,
    agent         uuid        not null references agent,
    grounds       text        not null,
    evidence      text        not null,
    filed_on      date        not null,
    decide_until  date        not null,
    decision      text check (decision in ('UPHELD', 'DISMISSED')),
    reason        text,
    decided_on    date,
    decided_by    text,
    check (decide_until >= filed_on),
    check ((decision is null) = (reason is null)),
    check ((decision is null) = (decided_on is null)),
    check ((decision is null) = (decided_by is null))
);
create unique index challenge_one_open_per_agent on challenge (agent) where decision is null;
create index challenge_process on challenge (process, filed_on);
