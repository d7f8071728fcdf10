-- What fell in front of all where a draw has to decide: told by one person, and by another who has to tell the same.

create table draw_toss (
    round       uuid        not null references round,
    number      integer     not null check (number > 0),
    tosses      text        not null check (tosses ~ '^([CS]{16,200}|[1-6]{16,200})$'),
    document    text        not null,
    told_by     text        not null,
    answered_by text,
    state       text        not null check (state in ('WAITING', 'ATTESTED', 'DISCARDED')),
    at          timestamptz not null default clock_timestamp(),
    primary key (round, number),
    check ((state = 'WAITING') = (answered_by is null)),
    check (told_by <> answered_by)
);
comment on table draw_toss is 'Coins or dice that join the seed of a draw. Those on which two people differ are discarded, and stay on record.';
create unique index draw_toss_that_counts on draw_toss (round) where state <> 'DISCARDED';

create function tosses_stand() returns trigger language plpgsql as $$
begin
    if old.state <> 'WAITING' or tg_op = 'DELETE' or new.tosses <> old.tosses then
        raise exception 'what was tossed is never changed nor removed';
    end if;
    return new;
end $$;
create trigger draw_toss_stands before update or delete on draw_toss for each row execute function tosses_stand();
