-- The budget of a year on its way: proposed, amended, approved, and what the ministry and Congress do with it.

create table budget_step_rule (
    step           text primary key check (step in ('APPROVED', 'SENT_TO_MEF', 'IN_CONGRESS', 'ENACTED')),
    ordinal        integer not null unique,
    due_month      integer check (due_month between 1 and 12),
    due_day        integer check (due_day between 1 and 31),
    law            text    not null,
    constraint due_day_of_a_month check (num_nonnulls(due_month, due_day) in (0, 2))
);
comment on table budget_step_rule is 'The steps after the proposal in their order, and by which day of the year before the fiscal year each is due, where a norm says.';
insert into budget_step_rule (step, ordinal, due_month, due_day, law) values
    ('APPROVED', 1, null, null, 'Ley 27972 art. 9.16; DLeg 1440 art. 31'),
    ('SENT_TO_MEF', 2, null, null, 'DLeg 1440 art. 31'),
    ('IN_CONGRESS', 3, 8, 30, 'Constitución Política art. 78'),
    ('ENACTED', 4, 11, 30, 'Constitución Política art. 80');

create table budget (
    id          uuid primary key,
    process     uuid        not null references process,
    entity      varchar(6)  not null,
    fiscal_year integer     not null check (fiscal_year between 2003 and 2100),
    recorded_at timestamptz not null,
    constraint budget_once unique (process, fiscal_year)
);

create table budget_text (
    budget      uuid        not null references budget,
    sequence    integer     not null check (sequence > 0),
    by          text        not null,
    act         text        not null,
    decided_on  date        not null,
    reason      text,
    recorded_at timestamptz not null,
    primary key (budget, sequence),
    constraint amendments_say_why check ((sequence = 1) = (reason is null))
);
comment on table budget_text is 'Sequence 1 is the proposal; the others amend it. None is ever changed.';

create table budget_line (
    budget   uuid    not null,
    sequence integer not null,
    line     char(2) not null references funding_line,
    class    text    not null check (class in ('CURRENT', 'INVESTMENT')),
    amount   bigint  not null check (amount > 0),
    primary key (budget, sequence, line, class),
    foreign key (budget, sequence) references budget_text
);

create table budget_step (
    budget      uuid        not null references budget,
    step        text        not null references budget_step_rule,
    number      text        not null,
    decided_on  date        not null,
    recorded_at timestamptz not null,
    primary key (budget, step)
);
