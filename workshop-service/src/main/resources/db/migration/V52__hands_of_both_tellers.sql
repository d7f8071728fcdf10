-- What each of two tellers counted is kept, sealed until the round is closed.

create table hand_telling (
    round       uuid        not null,
    number      integer     not null,
    teller      text        not null,
    workshop    uuid        not null references workshop,
    hands       bytea       not null,
    fingerprint text        not null,
    at          timestamptz not null default clock_timestamp(),
    primary key (round, number, teller),
    foreign key (round, number) references hand_count
);
comment on table hand_telling is 'Hands that one teller counted. Encrypted: no partial result lies here while ballots of other channels come in.';
comment on column hand_telling.fingerprint is 'Keyed: tells whether two counted the same, and not what.';

create function hand_tellings_stand() returns trigger language plpgsql as $$
begin
    raise exception 'what a teller counted is never changed nor removed';
end $$;
create trigger hand_tellings_stand before update or delete on hand_telling
    for each row execute function hand_tellings_stand();

alter table hand_count add column wrapped_key bytea, add column document text, add column reason text,
    add column discarded_by text;
alter table hand_count alter column teller drop not null, alter column hands drop not null;
alter table hand_count add check ((document is null) = (reason is null) and (document is null) = (discarded_by is null)),
    add check (document is null or state = 'DISCARDED');
comment on column hand_count.wrapped_key is 'Seals what the tellers counted; itself under the master key.';
comment on column hand_count.teller is 'The first teller, of counts before both were kept.';
comment on column hand_count.hands is 'Of counts before both were kept.';
comment on column hand_count.document is 'The act that discarded a count whose second teller did not tell.';

-- One that was told in part before has no second count to be compared with: hands are counted anew.
update hand_count set state = 'DISCARDED' where state = 'WAITING';
