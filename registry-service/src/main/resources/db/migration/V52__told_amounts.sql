-- What the Ministry's application asks for in figures and other services told.

create table told_envelope (
    process       uuid        not null,
    purse         text        not null,
    centimos      bigint      not null check (centimos >= 0),
    share_percent text        not null,
    told_at       timestamptz not null,
    primary key (process, purse)
);
comment on table told_envelope is 'The newest envelope of each purse of a process, in centimos; may arrive before its process.';

create table told_election (
    process uuid        not null,
    kind    text        not null,
    elected integer     not null check (elected >= 0),
    told_at timestamptz not null,
    primary key (process, kind)
);
comment on table told_election is 'How many the newest election of each kind proclaimed.';
