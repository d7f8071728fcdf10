-- The RUC of a natural person is made of the identity number: only companies and public bodies keep theirs.

update organisation set ruc = null where ruc not like '20%';
alter table organisation add constraint organisation_ruc_of_a_legal_person check (ruc like '20%');
