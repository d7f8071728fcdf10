-- What selections stand on: the tree of the plan, classifications, scored lists, and the lists of the areas.

create table plan_tree (
    id          uuid primary key,
    process     uuid        not null references process,
    entity      varchar(6)  not null,
    sequence    integer     not null check (sequence > 0),
    nodes       jsonb       not null,
    recorded_at timestamptz not null,
    constraint plan_tree_sequence unique (process, sequence)
);
comment on table plan_tree is 'Each version whole; the one with the highest sequence stands.';

create table classification (
    id          uuid primary key,
    process     uuid        not null references process,
    proposal    uuid        not null,
    sequence    integer     not null check (sequence > 0),
    main        text        not null,
    secondary   jsonb       not null,
    recorded_at timestamptz not null,
    constraint classification_sequence unique (process, proposal, sequence)
);

create table scored_list (
    id          uuid primary key,
    process     uuid        not null references process,
    entity      varchar(6)  not null,
    title       text        not null,
    approved_by text        not null,
    approved_on date        not null,
    criteria    jsonb       not null,
    projects    jsonb       not null,
    recorded_at timestamptz not null
);
comment on table scored_list is 'Frozen once recorded; it is also a round whose points select.';

create table project_list (
    id          uuid primary key,
    entity      varchar(6)  not null,
    area        text        not null,
    kind        text        not null check (kind in ('AREA', 'PROGRAMME')),
    fiscal_year integer     not null,
    document    text        not null,
    received_on date        not null,
    recorded_at timestamptz not null
);

create table project_list_entry (
    list     uuid       not null references project_list on delete cascade,
    position integer    not null check (position > 0),
    entity   varchar(6) not null,
    code     text,
    name     text       not null,
    cost     bigint     not null check (cost >= 0),
    problem  text,
    subject  text       not null,
    primary key (list, position)
);
create index project_list_entry_problem on project_list_entry (subject) where problem is not null;
comment on column project_list_entry.subject is 'The problem, or else the name, without accents, small words and order: what is compared.';

create table coordination_meeting (
    id           uuid primary key,
    entity       varchar(6)  not null,
    held_on      date        not null,
    minutes      text        not null,
    participants jsonb       not null,
    projects     jsonb       not null,
    recorded_at  timestamptz not null
);

create table coordination_participant (
    meeting uuid       not null references coordination_meeting on delete cascade,
    entity  varchar(6) not null,
    primary key (meeting, entity)
);

create table portfolio_approval (
    portfolio   uuid primary key references portfolio,
    body        text        not null,
    number      text        not null,
    decided_on  date        not null,
    recorded_at timestamptz not null
);

create table execution_capacity (
    id          uuid primary key,
    entity      varchar(6)  not null,
    fiscal_year integer     not null check (fiscal_year between 2003 and 2100),
    sequence    integer     not null check (sequence > 0),
    budget      bigint      not null check (budget >= 0),
    executed    bigint      not null check (executed >= 0),
    source      text        not null,
    recorded_at timestamptz not null,
    constraint execution_capacity_sequence unique (entity, fiscal_year, sequence)
);
comment on table execution_capacity is 'What an entity invested in past years; of each year the highest sequence stands.';

create table body_session (
    id          uuid primary key,
    process     uuid        not null references process,
    entity      varchar(6)  not null,
    body        text        not null,
    year        integer     not null,
    ordinal     integer     not null check (ordinal > 0),
    held_on     date        not null,
    minutes     text        not null,
    outputs     jsonb       not null,
    recorded_at timestamptz not null,
    constraint one_session_at_a_time unique (process, body, year, ordinal)
);

create table viability_request (
    id          uuid primary key,
    process     uuid        not null references process,
    entity      varchar(6)  not null,
    addressee   text        not null,
    document    text        not null,
    sent_on     date        not null,
    recorded_at timestamptz not null
);

create table viability_answer (
    request     uuid not null references viability_request,
    proposal    uuid not null,
    title       text not null,
    answer      text check (answer in ('VIABLE', 'NOT_VIABLE', 'OBSERVED')),
    document    text,
    answered_on date,
    rule        text,
    explanation text,
    returned_to text,
    primary key (request, proposal),
    constraint answered_whole check ((answer is null) = (document is null) and (answer is null) = (answered_on is null)),
    constraint refused_with_its_rule check (answer is null or answer = 'VIABLE' or (rule is not null and explanation is not null))
);

create table technical_refusal (
    id           uuid primary key,
    process      uuid        not null references process,
    entity       varchar(6)  not null,
    proposal     uuid        not null,
    title        text        not null,
    rule         text        not null,
    explanation  text        not null,
    author       text        not null,
    document     text        not null,
    decided_on   date        not null,
    appeal_to    text        not null,
    appeal_until date        not null,
    appeal_law   text        not null,
    recorded_at  timestamptz not null
);

create table technical_appeal (
    refusal     uuid primary key references technical_refusal,
    document    text        not null,
    grounds     text        not null,
    filed_on    date        not null,
    outcome     text check (outcome in ('UPHELD', 'REVOKED')),
    decision    text,
    decided_on  date,
    recorded_at timestamptz not null,
    constraint decided_whole check ((outcome is null) = (decision is null) and (outcome is null) = (decided_on is null))
);
comment on column technical_appeal.outcome is 'UPHELD: the refusal stands; REVOKED: it does not.';

alter table voting_round add column heard_at timestamptz not null default now();
comment on column voting_round.kind is 'SCORED_LIST: ranked by the points of a matrix; nobody votes in it.';
