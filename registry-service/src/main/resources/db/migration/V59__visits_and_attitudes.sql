-- What came of visits, and how the attitude of stakeholders changed.

alter table visit add column outcome text check (outcome in ('WILL_COME', 'UNDECIDED', 'DECLINED', 'NOBODY_MET'));
alter table visit add column cancelled_on date;
alter table visit add column cancelled_because text;
alter table visit add constraint visit_made_or_cancelled check (made_on is null or cancelled_on is null);
alter table visit add constraint visit_cancelled_for_a_reason check ((cancelled_on is null) = (cancelled_because is null));
alter table visit add constraint visit_outcome_of_one_made check (outcome is null or made_on is not null);

create table stakeholder_attitude (
    id          bigint generated always as identity primary key,
    stakeholder uuid        not null references stakeholder,
    attitude    text        not null check (attitude in ('SUPPORTS', 'NEUTRAL', 'OPPOSES', 'UNKNOWN')),
    because     text,
    noted_at    timestamptz not null,
    noted_by    text        not null
);
create index stakeholder_attitude_stakeholder on stakeholder_attitude (stakeholder, id);
comment on table stakeholder_attitude is 'Each attitude in turn, the first as mapped; for staff only; never in an event, a public answer or an export.';

insert into stakeholder_attitude (stakeholder, attitude, because, noted_at, noted_by)
select id, attitude, null, mapped_at, 'unknown' from stakeholder;
