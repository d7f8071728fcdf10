-- What proves a correction: said in words that may be personal, so under the key of the person.

alter table rectification add column proof bytea;
comment on column rectification.proof is 'Encrypted under the key of the person; gone with it.';
