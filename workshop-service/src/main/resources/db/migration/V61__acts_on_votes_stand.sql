-- A vote ends before the time that was told by act only, and no act on a vote is ever changed.

alter table round_act drop constraint round_act_act_check;
alter table round_act
    add constraint round_act_act_check
        check (act in ('SUSPENSION', 'RESUMPTION', 'EXTENSION', 'EARLY_CLOSE', 'INCIDENT'));

create function round_acts_stand() returns trigger language plpgsql as $$
begin
    raise exception 'an act on a vote is never changed nor removed';
end $$;
create trigger round_acts_stand before update or delete on round_act for each row execute function round_acts_stand();
