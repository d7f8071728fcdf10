-- Projects that several entities or zones pay together.

create table joint_project (
    id          uuid primary key,
    entity      varchar(6)  not null,
    title       text        not null,
    cost        bigint      not null check (cost > 0),
    maintainer  text        not null,
    agreed_on   date        not null,
    recorded_at timestamptz not null
);
comment on column joint_project.entity is 'Who leads it.';

create table joint_share (
    project    uuid          not null references joint_project on delete cascade,
    entity     varchar(6)    not null,
    zone       text          not null default '',
    percent    numeric(9, 6) not null check (percent > 0 and percent <= 100),
    amount     bigint        not null check (amount >= 0),
    consent    text          not null,
    consent_on date          not null,
    primary key (project, entity, zone)
);

create function joint_project_adds_up() returns trigger language plpgsql as $$
begin
    if (select sum(s.percent) from joint_share s where s.project = new.project) <> 100
       or (select sum(s.amount) from joint_share s where s.project = new.project)
          <> (select p.cost from joint_project p where p.id = new.project) then
        raise exception 'the shares of joint project % do not add to it', new.project
            using errcode = 'check_violation', constraint = 'joint_project_adds_up';
    end if;
    return null;
end $$;
create constraint trigger joint_project_adds_up after insert or update on joint_share
    deferrable initially deferred for each row execute function joint_project_adds_up();
