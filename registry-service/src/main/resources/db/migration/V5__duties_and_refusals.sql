-- What agents undertake, and why applications were refused.

alter table agent add column duties text;
comment on column agent.duties is 'Duties that the agent accepted: to attend, to inform the base, to sign the minutes.';
alter table agent add constraint agent_duties check ((duties is null) = (duties_accepted_at is null));

create table application_refusal (
    id         bigint generated always as identity primary key,
    process    uuid        not null references process,
    requirement text       not null,
    refused_at timestamptz not null
);
comment on table application_refusal is 'Which requirement an application did not meet; nothing of who applied.';
create index application_refusal_process on application_refusal (process, requirement);
