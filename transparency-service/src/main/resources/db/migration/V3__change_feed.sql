create table change (
    event_id uuid primary key,
    position bigint unique check (position > 0),
    at       timestamptz not null,
    kind     text        not null,
    entity   varchar(6)  not null,
    ubigeo   varchar(10),
    process  uuid,
    subject  text        not null,
    fact     jsonb,
    arrival  bigint generated always as identity,
    check (position is null or ubigeo is not null)
);
comment on table change is 'Each public fact once, in the one order in which followers see it; kept when the read models are built anew.';
comment on column change.position is 'Null while the territory of the entity is not known: a follower of a territory would miss it.';
comment on column change.fact is 'Null in a tombstone, and where a tombstone took the fact back.';
create index change_waiting on change (arrival) where position is null;
create index change_of_process on change (process, position);
create index change_by_ubigeo on change (ubigeo varchar_pattern_ops, position);
