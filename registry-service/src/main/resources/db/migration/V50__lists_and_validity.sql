-- What each list of municipalities or populated centres changed, told once and for good; since when entities are valid.

create table territory_list (
    list       uuid        primary key,
    kind       text        not null check (kind in ('municipalities', 'populated-centres')),
    dry_run    boolean     not null,
    complete   boolean     not null default false,
    brought_at timestamptz not null
);
comment on table territory_list is 'A list that was brought; complete once it was read to its end and what it leaves out is told.';
insert into territory_list (list, kind, dry_run, brought_at)
select list, 'populated-centres', false, min(at) from territory_difference group by list;

alter table territory_difference add column entity varchar(6);
alter table territory_difference drop constraint territory_difference_kind_check;
alter table territory_difference drop constraint territory_difference_check;
alter table territory_difference alter column after drop not null;
alter table territory_difference add constraint territory_difference_kind check (kind in ('NEW', 'CHANGED', 'GONE'));
alter table territory_difference add constraint territory_difference_sides
    check ((kind = 'NEW') = (before is null) and (kind = 'GONE') = (after is null));
comment on column territory_difference.ubigeo is 'Of a populated centre its ten digits; of a municipality the district of its seat, with its code beside it.';

alter table entity add column last_list uuid;
alter table entity add column valid_from date;
alter table entity add column valid_until date;
alter table entity add constraint entity_validity check (valid_until >= valid_from);
comment on column entity.last_list is 'The list that named the municipality last; those that a later list of the same region leaves out are told as gone, never removed.';
