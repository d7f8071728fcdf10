-- Populated centres of INEI's directory, and what a list changed against the one before.

alter table territory add column category text;
alter table territory add column area text check (area in ('URBAN', 'RURAL'));
alter table territory add column last_list uuid;
comment on column territory.last_list is 'The list that named the populated centre last; those that a later list of the same district leaves out are told as gone, never removed.';
alter table territory add constraint territory_level_by_code check (
    (level = 'REGION' and length(ubigeo) = 2) or (level = 'PROVINCE' and length(ubigeo) = 4)
    or (level = 'DISTRICT' and length(ubigeo) = 6) or (level = 'POPULATED_CENTRE' and length(ubigeo) = 10));
create index territory_reniec on territory (reniec) where level = 'DISTRICT';

create table territory_difference (
    list   uuid        not null,
    ubigeo varchar(10) not null,
    kind   text        not null check (kind in ('NEW', 'CHANGED')),
    before text,
    after  text        not null,
    at     timestamptz not null,
    primary key (list, ubigeo),
    check ((kind = 'NEW') = (before is null))
);
comment on table territory_difference is 'What the import of a list changed, item by item; a list that changes nothing leaves no row.';
