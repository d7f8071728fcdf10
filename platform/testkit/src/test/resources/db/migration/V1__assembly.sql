create table motion (
    id       uuid primary key,
    entity   varchar(6)  not null,
    title    text        not null unique,
    cost     bigint      not null check (cost >= 0),
    version  bigint      not null
);

create table training (
    position bigint generated always as identity primary key,
    event_id uuid not null,
    process  uuid not null,
    held_on  text not null,
    unique (event_id)
);
