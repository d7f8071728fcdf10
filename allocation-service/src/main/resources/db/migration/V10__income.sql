-- Income of entities: forecast and actual, by funding line. Statements are added, never changed.

alter table funding_line
    add column origin text not null default 'TRANSFERRED'
        check (origin in ('OWN', 'TRANSFERRED', 'BORROWED', 'DONATED'));
update funding_line set origin = 'OWN' where line in ('08', '09');
update funding_line set origin = 'BORROWED' where line = '19';
update funding_line set origin = 'DONATED' where line = '13';
comment on column funding_line.origin is 'OWN: collected by the entity itself (08 municipal taxes, 09 what is paid for services).';

create table income_statement (
    id           uuid primary key,
    entity       varchar(6)  not null check (entity ~ '^[0-9]{6}$'),
    fiscal_year  integer     not null check (fiscal_year between 2003 and 2100),
    basis        text        not null check (basis in ('FORECAST', 'ACTUAL')),
    sequence     integer     not null check (sequence > 0),
    source       text        not null,
    published_on date        not null,
    recorded_at  timestamptz not null,
    constraint income_statement_sequence unique (entity, fiscal_year, basis, sequence)
);
comment on table income_statement is 'The newest of an entity, year and basis counts; the others tell how it changed.';
create index income_statement_of_a_year on income_statement (fiscal_year, basis, entity, sequence desc);

create table income_line (
    statement uuid    not null references income_statement on delete cascade,
    line      char(2) not null references funding_line,
    amount    bigint  not null check (amount >= 0),
    primary key (statement, line)
);
