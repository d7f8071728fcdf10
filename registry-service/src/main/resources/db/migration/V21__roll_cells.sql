-- The roll counted as it changes: cells of coarse facts that are only ever added to, and summed up now and then.

create table roll_cell (
    process           uuid    not null,
    sex               text    not null,
    role              text    not null,
    age_band          text    not null,
    language          text    not null,
    zone              text,
    organisation_kind text,
    sector            text,
    agents            integer not null
);
create index roll_cell_process on roll_cell (process);
comment on table roll_cell is 'Differences by statement, never updated in place, so that two registrars never wait for each other; the sum is the count.';

create index agent_roll_organisation on agent (process, organisation) where state = 'ACCREDITED';

create function agents_entered() returns trigger language plpgsql as $$
begin
    insert into roll_cell
    select a.process, a.sex, a.role, a.age_band, a.language, a.zone, o.kind, o.sector, count(*)
    from entered a left join organisation o on o.id = a.organisation
    where a.state = 'ACCREDITED'
    group by a.process, a.sex, a.role, a.age_band, a.language, a.zone, o.kind, o.sector;
    return null;
end $$;
create trigger agents_entered_are_counted after insert on agent
    referencing new table as entered for each statement execute function agents_entered();

create function agents_changed() returns trigger language plpgsql as $$
begin
    insert into roll_cell
    select c.process, c.sex, c.role, c.age_band, c.language, c.zone, o.kind, o.sector, sum(c.counted)
    from (select process, sex, role, age_band, language, zone, organisation, 1 as counted from entered where state = 'ACCREDITED'
          union all
          select process, sex, role, age_band, language, zone, organisation, -1 from gone where state = 'ACCREDITED') c
        left join organisation o on o.id = c.organisation
    group by c.process, c.sex, c.role, c.age_band, c.language, c.zone, o.kind, o.sector
    having sum(c.counted) <> 0;
    return null;
end $$;
create trigger agents_changed_are_counted after update on agent
    referencing old table as gone new table as entered for each statement execute function agents_changed();

create function agents_gone() returns trigger language plpgsql as $$
begin
    insert into roll_cell
    select a.process, a.sex, a.role, a.age_band, a.language, a.zone, o.kind, o.sector, -count(*)
    from gone a left join organisation o on o.id = a.organisation
    where a.state = 'ACCREDITED'
    group by a.process, a.sex, a.role, a.age_band, a.language, a.zone, o.kind, o.sector;
    return null;
end $$;
create trigger agents_gone_are_counted after delete on agent
    referencing old table as gone for each statement execute function agents_gone();

create function organisation_changed() returns trigger language plpgsql as $$
begin
    insert into roll_cell
    select a.process, a.sex, a.role, a.age_band, a.language, a.zone, s.kind, s.sector, s.sign * count(*)
    from agent a cross join (values (new.kind, new.sector, 1), (old.kind, old.sector, -1)) s (kind, sector, sign)
    where a.organisation = new.id and a.state = 'ACCREDITED'
    group by a.process, a.sex, a.role, a.age_band, a.language, a.zone, s.kind, s.sector, s.sign;
    return null;
end $$;
create trigger agents_of_a_changed_organisation_are_counted after update of kind, sector on organisation
    for each row when ((old.kind, old.sector) is distinct from (new.kind, new.sector)) execute function organisation_changed();

insert into roll_cell
select a.process, a.sex, a.role, a.age_band, a.language, a.zone, o.kind, o.sector, count(*)
from agent a left join organisation o on o.id = a.organisation
where a.state = 'ACCREDITED'
group by a.process, a.sex, a.role, a.age_band, a.language, a.zone, o.kind, o.sector;
