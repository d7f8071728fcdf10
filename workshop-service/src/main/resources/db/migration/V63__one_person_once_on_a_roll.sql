-- One person stands on a roll once, under whichever agent: the registry tells by a pseudonym whether two agents are one.

alter table agent add column person uuid, add column replaced_by uuid;
comment on column agent.person is 'First half of the pseudonym that the person has in this process alone; null of agents accredited before it was told.';
comment on column agent.replaced_by is 'Who came in for this agent and takes its seat.';

alter table roll_entry add column person uuid;
create unique index roll_entry_person on roll_entry (round, person) where person is not null;
