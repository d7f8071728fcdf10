create table log_entry (
    index    bigint primary key check (index >= 0),
    event_id uuid  not null,
    part     integer not null check (part >= 0),
    kind     text  not null,
    subject  text  not null,
    process  uuid,
    entry    bytea not null check (length(entry) between 1 and 65535),
    unique (event_id, part)
);
comment on table log_entry is 'The leaves of the public log, in order; never changed, never removed.';
create index log_entry_of_process on log_entry (process, index);
create index log_entry_of_subject on log_entry (subject, index);

create table log_node (
    level integer not null check (level between 0 and 62),
    index bigint  not null check (index >= 0),
    hash  bytea   not null check (length(hash) = 32),
    primary key (level, index)
);
comment on table log_node is 'Hashes of the complete subtrees of 2^level leaves (RFC 6962); level 0 are the leaf hashes.';

create table log_checkpoint (
    size bigint primary key check (size >= 0),
    root bytea not null check (length(root) = 32),
    note text  not null
);
comment on table log_checkpoint is 'Each signed tree head that was ever published.';

create table log_key (
    key_id     varchar(8) primary key,
    name       text        not null,
    public_key bytea       not null check (length(public_key) = 32),
    seed       bytea check (length(seed) = 32),
    since      timestamptz not null default now()
);
comment on table log_key is 'Public keys that signed checkpoints, so that old ones stay verifiable after a rotation.';
comment on column log_key.seed is 'Only where no key is configured: a key made at the first start. A real installation configures one.';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the public log is append-only';
end $$;
create trigger log_entry_is_append_only before update or delete on log_entry for each row execute function refuse_change();
create trigger log_node_is_append_only before update or delete on log_node for each row execute function refuse_change();
create trigger log_checkpoint_is_append_only before update or delete on log_checkpoint for each row execute function refuse_change();
create trigger log_entry_is_never_emptied before truncate on log_entry for each statement execute function refuse_change();
create trigger log_node_is_never_emptied before truncate on log_node for each statement execute function refuse_change();
create trigger log_checkpoint_is_never_emptied before truncate on log_checkpoint for each statement execute function refuse_change();
