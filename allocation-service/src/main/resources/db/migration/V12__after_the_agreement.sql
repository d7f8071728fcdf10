-- What bodies decided otherwise, cash against agreements, and money that slides into the next year.

create table approval_decision (
    act       uuid not null,
    approval  text not null,
    agreement uuid not null references agreement,
    amount    bigint check (amount >= 0),
    scope     text,
    primary key (act, approval, agreement),
    foreign key (act, approval) references approval,
    constraint decides_something check (num_nonnulls(amount, scope) > 0)
);
comment on table approval_decision is 'Where a body approved another amount or scope than was agreed: both stand, neither replaces the other.';

create table cash_statement (
    id          uuid primary key,
    envelope    uuid        not null references envelope,
    sequence    integer     not null check (sequence > 0),
    as_of       date        not null,
    amount      bigint      not null check (amount >= 0),
    committed   bigint      not null check (committed >= 0),
    source      text        not null,
    recorded_at timestamptz not null,
    constraint cash_statement_sequence unique (envelope, sequence)
);
comment on column cash_statement.committed is 'What agreements had taken when it was stated.';

create table cash_explanation (
    statement    uuid primary key references cash_statement,
    text         text        not null,
    document     text        not null,
    published_on date        not null,
    recorded_at  timestamptz not null
);

create table carry_over (
    agreement   uuid        not null references agreement,
    from_year   integer     not null,
    available   bigint      not null check (available >= 0),
    spent       bigint      not null check (spent >= 0),
    balance     bigint      not null,
    document    text        not null,
    recorded_at timestamptz not null,
    primary key (agreement, from_year),
    constraint balance_is_what_is_unspent check (balance = available - spent and balance >= 0)
);
comment on table carry_over is 'Unspent agreed money of a year, carried into the next one for the same project.';
