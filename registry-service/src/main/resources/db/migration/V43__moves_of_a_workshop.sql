-- A calendar takes a change of an entry only where its sequence has risen.

alter table workshop_date add column sequence integer not null default 0 check (sequence >= 0);
comment on column workshop_date.sequence is 'How often the workshop was convened anew.';
