-- Faults of agents and what followed: the letter, the term to replace, the disqualification.

create table sanction (
    id              uuid primary key,
    process         uuid        not null references process,
    agent           uuid        not null references agent,
    fault           text        not null check (fault in ('ABSENCE', 'VIOLENCE', 'DRUNKENNESS', 'DISORDER', 'ELECTIONEERING')),
    gravity         text        not null check (gravity in ('LIGHT', 'SERIOUS')),
    measure         text        not null check (measure in ('LETTER', 'REPLACEMENT', 'DISQUALIFICATION')),
    law             text        not null,
    occurred_on     date        not null,
    evidence        text        not null,
    recorded_at     timestamptz not null,
    recorded_by     text        not null,
    letter          text,
    letter_received_on date,
    replace_until   date,
    resolution      text,
    disqualified_on date,
    disqualified_by text,
    constraint sanction_once unique (agent, fault, occurred_on),
    constraint sanction_letter check ((letter is null) = (letter_received_on is null)),
    constraint sanction_term check ((replace_until is not null) = (letter is not null and measure = 'REPLACEMENT')),
    constraint sanction_disqualification check ((resolution is null) = (disqualified_on is null)
        and (resolution is null) = (disqualified_by is null)),
    constraint sanction_letter_disqualifies_nobody check (measure <> 'LETTER' or resolution is null)
);
create index sanction_process on sanction (process, id);
comment on column sanction.replace_until is 'The last day on which the organisation may replace the agent; the day after it the agent may be disqualified.';

create table disqualified_organisation (
    process         uuid        not null references process,
    organisation    uuid        not null references organisation,
    sanction        uuid        not null references sanction,
    disqualified_on date        not null,
    law             text        not null,
    primary key (process, organisation)
);
comment on table disqualified_organisation is 'Organisations that send no more agents to a process.';
