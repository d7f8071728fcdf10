-- What each funding line may pay: data with its articles, by date. A new law is a new row.

create table use_rule (
    line            char(2) not null references funding_line,
    use             text    not null check (use in ('INVESTMENT_PROJECT', 'IOARR', 'COFINANCING', 'MAINTENANCE', 'SECURITY',
                                                    'OPERATION', 'TRAINING', 'STUDIES', 'PERSONNEL', 'CURRENT_EXPENDITURE_WORK')),
    answer          text    not null check (answer in ('ALLOWED', 'UP_TO', 'COUNCIL', 'REFUSED')),
    up_to_percent   numeric(9, 6) check (up_to_percent between 0 and 100),
    class           text    not null check (class in ('CURRENT', 'INVESTMENT')),
    law             text    not null,
    effective_from  date    not null,
    effective_until date,
    primary key (line, use, effective_from),
    constraint up_to_says_how_much check ((answer = 'UP_TO') = (up_to_percent is not null)),
    constraint effective_in_order check (effective_until is null or effective_until >= effective_from)
);
comment on column use_rule.answer is 'COUNCIL: within the percentages that the council decides each year.';

insert into use_rule (line, use, answer, up_to_percent, class, law, effective_from, effective_until)
select '18', use, answer, null, class, 'Ley 27506 art. 6.2', date '2001-07-11', null
from (values ('INVESTMENT_PROJECT', 'ALLOWED', 'INVESTMENT'), ('COFINANCING', 'ALLOWED', 'INVESTMENT'),
             ('STUDIES', 'ALLOWED', 'INVESTMENT'), ('IOARR', 'ALLOWED', 'INVESTMENT'),
             ('OPERATION', 'REFUSED', 'CURRENT'), ('TRAINING', 'REFUSED', 'CURRENT'),
             ('PERSONNEL', 'REFUSED', 'CURRENT'), ('CURRENT_EXPENDITURE_WORK', 'REFUSED', 'CURRENT')) as given (use, answer, class);
insert into use_rule values
    ('18', 'MAINTENANCE', 'REFUSED', null, 'CURRENT', 'Ley 27506 art. 6.2', '2001-07-11', '2024-12-31'),
    ('18', 'MAINTENANCE', 'UP_TO', 20, 'CURRENT', 'Ley 32185, presupuesto del año fiscal 2025', '2025-01-01', '2025-12-31'),
    ('18', 'MAINTENANCE', 'REFUSED', null, 'CURRENT', 'Ley 27506 art. 6.2', '2026-01-01', null),
    ('18', 'SECURITY', 'REFUSED', null, 'CURRENT', 'Ley 27506 art. 6.2', '2001-07-11', '2024-12-31'),
    ('18', 'SECURITY', 'UP_TO', 20, 'CURRENT', 'Ley 32185, presupuesto del año fiscal 2025', '2025-01-01', '2025-12-31'),
    ('18', 'SECURITY', 'REFUSED', null, 'CURRENT', 'Ley 27506 art. 6.2', '2026-01-01', null);

insert into use_rule (line, use, answer, class, law, effective_from)
select '07', use, 'COUNCIL', class, 'DLeg 776 art. 89', date '1994-01-01'
from (values ('INVESTMENT_PROJECT', 'INVESTMENT'), ('IOARR', 'INVESTMENT'), ('COFINANCING', 'INVESTMENT'), ('STUDIES', 'INVESTMENT'),
             ('MAINTENANCE', 'CURRENT'), ('SECURITY', 'CURRENT'), ('OPERATION', 'CURRENT'), ('TRAINING', 'CURRENT'),
             ('PERSONNEL', 'CURRENT'), ('CURRENT_EXPENDITURE_WORK', 'CURRENT')) as given (use, class);

insert into use_rule (line, use, answer, class, law, effective_from)
select line, use, case when line = '19' and class = 'CURRENT' then 'REFUSED' else 'ALLOWED' end, class, law, date '1994-01-01'
from (values ('INVESTMENT_PROJECT', 'INVESTMENT'), ('IOARR', 'INVESTMENT'), ('COFINANCING', 'INVESTMENT'), ('STUDIES', 'INVESTMENT'),
             ('MAINTENANCE', 'CURRENT'), ('SECURITY', 'CURRENT'), ('OPERATION', 'CURRENT'), ('TRAINING', 'CURRENT'),
             ('PERSONNEL', 'CURRENT'), ('CURRENT_EXPENDITURE_WORK', 'CURRENT')) as given (use, class)
cross join (values ('00', 'Ley de presupuesto del año fiscal'), ('04', 'Ley de presupuesto del año fiscal'),
                   ('08', 'Ley 27972 art. 69'), ('09', 'Ley 27972 art. 69'), ('13', 'Convenio de donación o transferencia'),
                   ('15', 'Ley 27783 art. 39'), ('19', 'Ley de endeudamiento del sector público')) as lines (line, law);

create table council_percentage (
    entity      varchar(6) not null,
    line        char(2)    not null references funding_line,
    fiscal_year integer    not null,
    investment  numeric(9, 6) not null check (investment between 0 and 100),
    act         text       not null,
    version     bigint     not null default 0,
    primary key (entity, line, fiscal_year)
);
comment on table council_percentage is 'How the council splits a line between investment and current spending (DLeg 776 art. 89); the rest is current.';

create table charge (
    id         uuid primary key,
    envelope   uuid        not null,
    line       char(2)     not null,
    use        text        not null,
    class      text        not null,
    title      text        not null,
    amount     bigint      not null check (amount > 0),
    proposal   uuid,
    mark       text,
    law        text        not null,
    charged_on date        not null,
    charged_at timestamptz not null,
    foreign key (envelope, line) references envelope_line (envelope, line)
);
create index charge_of_a_line on charge (envelope, line);
comment on column charge.mark is 'CURRENT_EXPENDITURE_WORK: a small work paid as current spending, still public.';
