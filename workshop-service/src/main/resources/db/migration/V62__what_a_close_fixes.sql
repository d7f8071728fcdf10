-- What anyone may ask of a closed round at any time is counted once, with the close, and not with each question.

alter table round add column commitments_sha256 char(64);
comment on column round.commitments_sha256 is 'Of all commitments in their order, in hexadecimal, each ended by a line feed; null where the round closed before this was kept.';

create table round_turnout (
    round   uuid        not null references round,
    hour    timestamptz not null check (hour = date_trunc('hour', hour, 'UTC')),
    channel text        not null,
    voters  integer     not null check (voters > 0),
    primary key (round, hour, channel)
);
comment on table round_turnout is 'Voters struck off, by hour and channel, as they were at the close.';

insert into round_turnout (round, hour, channel, voters)
select s.round, s.hour, s.channel, count(*)
from strike_off s join round r on r.round = s.round
where r.state in ('CLOSED', 'TALLIED')
group by 1, 2, 3;
