-- Chairing boards and delegates are elected as committees are; who stands on a list says so; a count without ballots
-- names its minutes and its tellers.

alter table election drop constraint election_kind_check;
alter table election
    add constraint election_kind_check
        check (kind in ('VIGILANCE_COMMITTEE', 'MANAGEMENT_COMMITTEE', 'CHAIRING_BOARD', 'DELEGATES')),
    add column workshop uuid references workshop,
    add column minutes text,
    add column tellers text,
    add constraint election_of_session check ((kind = 'CHAIRING_BOARD') = (workshop is not null)),
    add constraint election_count check ((minutes is null) = (tellers is null) and (minutes is null or round is null));
comment on column election.minutes is 'What holds a count made without ballots.';
comment on column election.tellers is 'The agents who told that count, with commas.';

alter table candidate
    alter column public_office drop not null,
    alter column outgoing_member drop not null,
    add column list text;
comment on column candidate.list is 'The list on which the candidate stands; null where candidates stand alone.';
comment on column candidate.public_office is 'As declared; null where the regulation does not ask.';

create index election_of_entity on election (entity, kind, proclaimed_at) where proclaimed_at is not null;
