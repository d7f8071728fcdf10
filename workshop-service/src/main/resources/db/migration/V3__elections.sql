create table election (
    election      uuid primary key,
    process       uuid        not null references process,
    entity        varchar(6)  not null,
    kind          text        not null check (kind in ('VIGILANCE_COMMITTEE', 'MANAGEMENT_COMMITTEE')),
    title         text        not null,
    project       uuid,
    round         uuid references round,
    proclaimed_at timestamptz,
    version       bigint      not null
);
create index election_process on election (process, election);

create table candidate (
    election        uuid    not null references election,
    agent           uuid    not null,
    number          integer not null check (number > 0),
    public_office   boolean not null,
    outgoing_member boolean not null,
    votes           integer check (votes >= 0),
    post            text,
    primary key (election, agent),
    unique (election, number)
);
comment on column candidate.post is 'The post the candidate was elected to; null where not elected or not yet proclaimed.';
