-- Channels beside the voter's own device. All of them strike off the same roll; no table here holds voter and choice.

create table polling_device (
    device        uuid primary key,
    round         uuid        not null references round,
    kind          text        not null check (kind in ('TERMINAL', 'OFFLINE_DEVICE')),
    label         text        not null,
    public_key    bytea       check (length(public_key) = 32),
    wrapped_key   bytea       not null,
    zone          text,
    assigned      integer     check (assigned > 0),
    registered_by text        not null,
    registered_at timestamptz not null default clock_timestamp(),
    sealed        integer     check (sealed >= 0),
    returned_at   timestamptz,
    revoked_at    timestamptz,
    revoked_by    text,
    unique (round, label),
    check ((kind = 'OFFLINE_DEVICE') = (public_key is not null)),
    check ((sealed is null) = (returned_at is null)),
    check ((revoked_at is null) = (revoked_by is null))
);
comment on column polling_device.wrapped_key is 'Seals the passes of a terminal; itself under the master key.';
comment on column polling_device.assigned is 'How many answers are asked of the pollster who carries it.';
comment on column polling_device.sealed is 'How many envelopes it says it sealed, told when it is returned.';
comment on column polling_device.revoked_by is 'The act that took it out of use.';

create table offline_voting (
    round        uuid primary key references round,
    sync_minutes integer not null check (sync_minutes between 1 and 20160),
    public_key   bytea   not null check (length(public_key) = 32),
    wrapped_key  bytea,
    private_key  bytea,
    check ((wrapped_key is null) = (private_key is null))
);
comment on table offline_voting is 'The key that devices seal ballots to. Its private half is encrypted, and gone with the close.';

create table offline_envelope (
    round    uuid    not null references round,
    envelope uuid    not null,
    digest   bytea   not null check (length(digest) = 32),
    device   uuid    not null references polling_device,
    ballots  integer not null check (ballots > 0),
    primary key (round, envelope)
);
comment on table offline_envelope is 'That an envelope of a device arrived: its repetition changes nothing. No voter, no choice.';
create index offline_envelope_device on offline_envelope (device);

create table offline_conflict (
    conflict  uuid primary key,
    round     uuid    not null references round,
    envelope  uuid    not null,
    digest    bytea   not null check (length(digest) = 32),
    item      integer not null check (item >= 0),
    device    uuid    not null,
    because   text    not null,
    voter     uuid,
    sealed_at timestamptz not null,
    decision  text    check (decision in ('COUNTED', 'SET_ASIDE')),
    document  text,
    reason    text,
    unique (round, envelope, digest, item),
    check ((decision is null) = (document is null))
);
comment on table offline_conflict is 'A ballot that was not counted by itself, until an act decides. The ballot lies in ballot_aside under a keyed handle.';

create table ballot_aside (
    handle text  primary key,
    round  uuid  not null,
    sealed bytea not null
);
comment on table ballot_aside is 'Ballots kept aside: ciphertext, without voter; gone with the close.';
create index ballot_aside_round on ballot_aside (round);

create table poll_resident (
    round    uuid not null references round,
    resident uuid not null,
    zone     text,
    primary key (round, resident)
);
comment on table poll_resident is 'Residents verified for a poll: a keyed identifier, other in each round, and no document.';
