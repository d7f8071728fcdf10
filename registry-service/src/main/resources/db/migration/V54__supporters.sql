-- Those who sign for citizens without organisation (padrón de adherentes), each under a key of the own.

create table supporter (
    id             uuid primary key,
    application    uuid        not null references application,
    process        uuid        not null references process,
    document_kind  text        not null,
    document_index char(64),
    wrapped_key    bytea,
    document       bytea,
    names          bytea,
    address        bytea,
    added_at       timestamptz not null,
    added_by       text        not null,
    erased_at      timestamptz,
    constraint supporter_erased check ((erased_at is null) = (wrapped_key is not null)
        and (erased_at is null) = (document_index is not null))
);
create unique index supporter_once_per_process on supporter (process, document_index) where erased_at is null;
create index supporter_application on supporter (application, id);
comment on column supporter.document_index is 'Keyed index: who signed is found by the exact document only, and signs once in a process.';
