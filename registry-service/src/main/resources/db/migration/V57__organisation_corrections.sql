-- What is registered of an organisation is corrected; what was before it stays on record.

alter table organisation add column version bigint not null default 0;
comment on column organisation.version is 'How often it was corrected; who corrects names the version that was read.';

create table organisation_correction (
    organisation uuid        not null references organisation,
    version      bigint      not null check (version >= 1),
    cause        text        not null check (cause in ('MISREGISTERED', 'CHANGED')),
    fields       text        not null,
    before       text        not null,
    after        text        not null,
    corrected_at timestamptz not null,
    corrected_by text        not null,
    primary key (organisation, version)
);
comment on table organisation_correction is 'The corrected fields with what stood in them before and after; of the legal representative only that it was corrected.';
create trigger a_correction_stays_as_it_was before update or delete on organisation_correction
    for each row execute function never_changes();
