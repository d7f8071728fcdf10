-- What the platform keeps beside each service's own tables.

create table outbox (
    position     bigint generated always as identity primary key,
    event_id     uuid        not null unique,
    topic        text        not null,
    event_key    text        not null,
    event_type   text        not null,
    subject      text        not null,
    body         text        not null,
    reason       text,
    traceparent  text,
    occurred_at  timestamptz not null,
    published_at timestamptz
);
comment on table outbox is 'Events in the order of their transactions; kept after publication, so that a lost topic can be written anew.';
create index outbox_waiting on outbox (position) where published_at is null;

create table inbox (
    event_id    uuid primary key,
    event_type  text        not null,
    received_at timestamptz not null default now()
);
comment on table inbox is 'One row an event that took effect here, written in the transaction of its effect.';

create table dead_letter (
    event_id    uuid primary key,
    event_type  text        not null,
    event_key   text        not null,
    body        text        not null,
    reason      text        not null,
    received_at timestamptz not null default now()
);
comment on table dead_letter is 'Events that could not take effect after all attempts; an operator decides.';

create table idempotency_key (
    caller       text        not null,
    key          text        not null,
    fingerprint  text        not null,
    status       integer     not null,
    headers      text        not null,
    body         text,
    stored_at    timestamptz not null default now(),
    primary key (caller, key)
);
comment on table idempotency_key is 'The answer to each counted request, stored in the transaction of its effect.';
create index idempotency_key_age on idempotency_key (stored_at);
