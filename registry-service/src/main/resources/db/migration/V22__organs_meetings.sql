-- Organs of communities with their terms, and what bodies meet about.

alter table body add column organisation uuid references organisation;
alter table body add column term_from date;
alter table body add column term_until date;
alter table body add constraint body_term check (term_until > term_from);
comment on column body.organisation is 'Whose organ it is: the communal board of a peasant community; absent where it is a body of the entity itself.';
create index body_organisation on body (organisation, kind) where organisation is not null;

create table body_meeting (
    id          uuid primary key,
    body        uuid        not null references body,
    held_on     date        not null,
    agenda      text        not null,
    present     text        not null,
    minutes     text        not null,
    agreements  text        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint body_meeting_once unique (body, held_on)
);
comment on column body_meeting.present is 'JSON list of the seats that were present, by their place in the body.';
