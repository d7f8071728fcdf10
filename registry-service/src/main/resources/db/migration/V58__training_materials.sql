-- What agents are taught with: in which language, and for which culture somebody validated it.

create table training_material (
    id          uuid primary key,
    process     uuid        not null references process,
    title       text        not null,
    topics      text        not null,
    kind        text        not null check (kind in ('GUIDE', 'SLIDES', 'WORKSHEET', 'POSTER', 'VIDEO', 'AUDIO', 'GAME', 'OTHER')),
    language    text        not null,
    sha256      text        check (sha256 ~ '^[0-9a-f]{64}$'),
    media_type  text,
    bytes       bigint      check (bytes > 0),
    address     text,
    recorded_at timestamptz not null,
    constraint training_material_once unique (process, sha256),
    check ((sha256 is null) = (media_type is null) and (sha256 is null) = (bytes is null)),
    check (address is null or sha256 is not null)
);
create index training_material_language on training_material (process, language);
comment on column training_material.sha256 is 'Of the file; absent where there is none, as of a game or a poster on a wall.';

create table training_material_validation (
    material     uuid        not null references training_material,
    culture      text        not null,
    body         text,
    capacity     text        check (capacity in ('INTERPRETER', 'TEACHER', 'COMMUNITY_AUTHORITY', 'ELDER', 'SPEAKER')),
    validated_on date        not null,
    recorded_at  timestamptz not null,
    constraint training_material_validation_once unique nulls not distinct (material, culture, body, capacity),
    check ((body is null) <> (capacity is null))
);
comment on table training_material_validation is 'By a body under its name, or by a person in a capacity: no name of a person stands here.';

create table training_material_use (
    training uuid not null references training,
    material uuid not null references training_material,
    primary key (training, material)
);
create index training_material_use_material on training_material_use (material);
