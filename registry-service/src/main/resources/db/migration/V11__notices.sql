-- Calls, convocations and notices; who was reached by which channel, when, and how that is known.

create table notice (
    id         uuid primary key,
    process    uuid        not null references process,
    kind       text        not null check (kind in ('CALL', 'CONVOCATION', 'CANCELLATION', 'NOTICE')),
    workshop   uuid,
    titles     text        not null,
    texts      text        not null,
    starts_at  timestamptz,
    ends_at    timestamptz,
    place      text,
    channels   text        not null,
    deliver_by date,
    law        text        not null,
    sent_out_at timestamptz not null,
    sent_out_by text       not null,
    check (ends_at is null or ends_at > starts_at),
    check (kind <> 'CONVOCATION' or (starts_at is not null and deliver_by is not null))
);
create index notice_process on notice (process, sent_out_at);
comment on column notice.deliver_by is 'Last day on which a convocation arrives in time, by the regulation.';

create table notice_delivery (
    id            uuid primary key,
    notice        uuid        not null references notice,
    agent         uuid        not null references agent,
    person        uuid        not null references person,
    language      text        not null,
    state         text        not null check (state in ('WAITING', 'CLAIMED', 'IN_FLIGHT', 'DELIVERED', 'PRINT', 'DEAD')),
    channel       text,
    attempts      integer     not null default 0,
    due_at        timestamptz not null,
    claimed_until timestamptz,
    delivered_on  date,
    evidence      text,
    problem       text,
    constraint notice_delivery_once unique (notice, agent),
    check ((state in ('CLAIMED', 'IN_FLIGHT')) = (claimed_until is not null)),
    check ((state = 'DELIVERED') = (delivered_on is not null)),
    check (state <> 'DEAD' or problem is not null)
);
comment on table notice_delivery is 'One row a notice and agent, and the queue that is drained; holds no address: that is the person''s, encrypted.';
comment on column notice_delivery.state is 'CLAIMED: taken by a replica, certainly not sent. IN_FLIGHT: handed to the mail server, answer not noted yet.';
create index notice_delivery_due on notice_delivery (due_at, id) where state = 'WAITING';
create index notice_delivery_held on notice_delivery (claimed_until) where state in ('CLAIMED', 'IN_FLIGHT');
create index notice_delivery_state on notice_delivery (notice, state, agent);

create table notice_posting (
    id          uuid primary key,
    notice      uuid        not null references notice,
    channel     text        not null,
    medium      text        not null,
    made_on     date        not null,
    evidence    text        not null check (length(trim(evidence)) > 0),
    recorded_at timestamptz not null,
    recorded_by text        not null
);
create index notice_posting_notice on notice_posting (notice);
comment on table notice_posting is 'Read on the radio, put up on a wall, said in an assembly: where, when and the proof.';

create table workshop_date (
    workshop    uuid primary key,
    process     uuid        not null,
    title       text        not null,
    starts_at   timestamptz not null,
    place       text        not null,
    convened_at timestamptz not null
);
create index workshop_date_process on workshop_date (process, starts_at);
comment on table workshop_date is 'What the service of workshops told of its sessions; may arrive before the process.';
