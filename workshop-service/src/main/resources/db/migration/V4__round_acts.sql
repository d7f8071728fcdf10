-- What interrupts or prolongs a vote: recorded acts only.

create table round_act (
    round    uuid        not null references round,
    number   integer     not null check (number > 0),
    act      text        not null check (act in ('SUSPENSION', 'RESUMPTION', 'EXTENSION', 'INCIDENT')),
    document text        not null,
    reason   text        not null,
    deadline timestamptz,
    at       timestamptz not null,
    primary key (round, number),
    check ((act = 'EXTENSION') = (deadline is not null))
);
