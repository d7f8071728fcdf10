-- What the registration record of a region asks for beside the document: kept only where the ordinance asks for it.

alter table person add column phone bytea;
alter table person add column email bytea;
alter table person add column address bytea;
alter table person add column position bytea;
alter table person add column education_level bytea;
comment on column person.position is 'In the organisation; encrypted under the key of the person, as every field of a person.';

alter table organisation add column scope text check (scope in ('DEPARTMENTAL', 'PROVINCIAL', 'DISTRICT'));
alter table organisation add column government_level text check (government_level in ('NATIONAL', 'REGIONAL', 'LOCAL'));
alter table organisation add column wrapped_key bytea;
alter table organisation add column legal_representative bytea;
alter table organisation add constraint organisation_representative_sealed
    check (legal_representative is null or wrapped_key is not null);
comment on column organisation.legal_representative is 'Encrypted under a key of the organisation''s own; never public.';
