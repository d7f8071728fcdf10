-- A seat of a body changes hands or becomes vacant in the middle of a term, by act; who held it before stays on record.

create table seat_succession (
    body          uuid        not null references body,
    seat          integer     not null check (seat >= 0),
    number        integer     not null check (number >= 1),
    since         date        not null,
    cause         text        not null check (cause in ('RESIGNED', 'REMOVED', 'DIED', 'MANDATE_ENDED', 'VACANCY_FILLED')),
    act           text        not null check (length(trim(act)) > 0),
    name_before   text,
    sex_before    text,
    name          text,
    sex           text,
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    primary key (body, seat, number)
);
comment on table seat_succession is 'Each change of a seat''s holder, in the order of the days; a name that is null is a vacancy or a protected identity. Rows are only ever added.';
comment on column seat_succession.since is 'First day of the new holder, or of the vacancy.';
create trigger a_succession_stays_as_it_was before update or delete on seat_succession
    for each row execute function never_changes();
