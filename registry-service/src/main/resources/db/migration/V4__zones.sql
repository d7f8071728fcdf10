-- How a territory is divided: sections, sectors, blocks, as a map for each date.

create table zone_map (
    id             uuid primary key,
    entity         varchar(6)  not null references entity,
    scheme         text        not null,
    effective_from date        not null,
    act            text        not null,
    published_at   timestamptz not null,
    constraint zone_map_one_per_day unique (entity, scheme, effective_from)
);

create table zone_unit (
    map       uuid    not null references zone_map,
    code      text    not null,
    name      text    not null,
    level     text    not null,
    parent    text,
    delegates integer not null check (delegates >= 0),
    primary key (map, code),
    foreign key (map, parent) references zone_unit (map, code) deferrable initially deferred,
    check (parent is null or parent <> code)
);
comment on table zone_unit is 'One row a unit and map: a neighbourhood lies in exactly one section on each date.';
