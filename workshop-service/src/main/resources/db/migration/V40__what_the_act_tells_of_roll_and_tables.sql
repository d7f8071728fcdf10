-- So that strangers can find the roll of the opening again from that of the close, and account for every ballot of paper.

create table roll_removed (
    round  uuid    not null references round,
    number integer not null check (number > 0),
    seat   uuid    not null,
    zone   text,
    primary key (round, number)
);
comment on table roll_removed is 'What an upheld objection took off a roll, by the number of its act.';
create trigger roll_removed_stands before update or delete on roll_removed
    for each row execute function roll_acts_stand();

alter table paper_table add column voters integer check (voters >= 0);
comment on column paper_table.voters is 'How many were struck off at it, once it is counted: who they were is forgotten with the close.';
update paper_table t set voters = coalesce(
        nullif((select count(*) from paper_voter v where v."table" = t."table"), 0),
        (select t.used where not exists (select from paper_entry e where e."table" = t."table" and e.number = 3)))
    where state = 'COUNTED';
