-- Who changed what, when, from what to what: by office, never by person. Outside the read models: a rebuild finds it there.

create table audit_record (
    number   bigint generated always as identity primary key,
    event_id uuid        not null unique,
    process  uuid        not null,
    kind     text        not null,
    subject  text        not null,
    office   text        not null,
    at       timestamptz not null,
    before   text,
    after    text        not null,
    sha256   char(64)    not null check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table audit_record is 'Each word on each thing of a process, with the word before it; the public log has the hash of each.';
create index audit_record_of_process on audit_record (process, number);
create index audit_record_of_thing on audit_record (process, kind, subject, number);
create trigger audit_record_is_append_only before update or delete on audit_record
    for each row execute function refuse_change();
create trigger audit_record_is_never_emptied before truncate on audit_record
    for each statement execute function refuse_change();
