-- Who decided on a ballot kept aside: what adds one to the box needs two accounts.

create table offline_decision (
    conflict   uuid        not null references offline_conflict,
    number     integer     not null check (number > 0),
    decision   text        not null check (decision in ('COUNTED', 'SET_ASIDE')),
    voter      uuid,
    document   text        not null,
    reason     text        not null,
    decided_by text        not null,
    hour       timestamptz not null default date_trunc('hour', clock_timestamp(), 'UTC')
        check (hour = date_trunc('hour', hour, 'UTC')),
    primary key (conflict, number),
    check ((decision = 'COUNTED') = (voter is not null))
);
comment on table offline_decision is 'Every word on a ballot kept aside, in order. A ballot counts when another account says the same as the one before.';

create function offline_decisions_stand() returns trigger language plpgsql as $$
begin
    raise exception 'a decision on a ballot kept aside is never changed nor removed';
end $$;
create trigger offline_decisions_stand before update or delete on offline_decision
    for each row execute function offline_decisions_stand();

-- Beside a voter no time is finer than the hour.
update offline_conflict set sealed_at = date_trunc('hour', sealed_at, 'UTC');
alter table offline_conflict add check (sealed_at = date_trunc('hour', sealed_at, 'UTC'));
comment on column offline_conflict.sealed_at is 'The hour in which the device says it sealed; the first or last that is kept where it says something absurd.';
comment on column offline_conflict.digest is 'Keyed, over all that the device signed and the signature: a copy that was altered anywhere is another envelope.';
comment on column offline_envelope.digest is 'Keyed, over all that the device signed and the signature.';
