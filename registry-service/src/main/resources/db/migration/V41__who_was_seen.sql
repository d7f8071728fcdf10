-- A reading names exactly whom it showed, also where they are scattered over the roll.

alter table access_log add column listed boolean not null default false;
comment on column access_log.listed is 'The agents seen are those in access_log_agent.';

create table access_log_agent (
    reading bigint not null references access_log,
    agent   uuid   not null,
    primary key (agent, reading)
);
comment on table access_log_agent is 'Whom a reading showed that was neither of a page nor of all.';
