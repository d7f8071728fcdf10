create table tender (
    tender     uuid not null primary key,
    project    uuid not null references project,
    subject    text not null,
    closes_on  date not null,
    state      varchar(8) not null check (state in ('SEALED', 'OPENED')),
    opened_on  date,
    place      text,
    witnesses  text,
    act        text,
    created_at timestamptz not null,
    constraint a_state_that_bids_can_follow unique (tender, state),
    constraint an_opening_has_its_act check (
        (state = 'OPENED') = (opened_on is not null) and (opened_on is null) = (place is null)
        and (opened_on is null) = (witnesses is null) and (opened_on is null) = (act is null)),
    constraint bids_are_opened_after_they_were_taken check (opened_on >= closes_on)
);
create index tender_of_project on tender (project);

create table bid (
    bid          uuid primary key,
    tender       uuid not null,
    tender_state varchar(8) not null,
    place        integer not null,
    sealed_key   bytea not null,
    sealed       bytea not null,
    seal         char(64) not null,
    received_at  timestamptz not null,
    amount       bigint check (amount > 0),
    bidder       varchar(11),
    document     text,
    constraint bids_follow_their_tender foreign key (tender, tender_state) references tender (tender, state) on update cascade,
    constraint bids_come_one_after_another unique (tender, place),
    constraint no_bid_is_readable_before_the_opening check (tender_state = 'OPENED' or (amount is null and bidder is null and document is null))
);
comment on table bid is 'What a bidder offers, under a key that only the bidder holds until the opening.';

create table stock (
    project  uuid not null references project,
    item     text not null,
    unit     text not null,
    quantity numeric(14, 3) not null,
    primary key (project, item, unit),
    constraint stock_never_runs_below_zero check (quantity >= 0)
);

create table stock_movement (
    movement         uuid primary key,
    project          uuid not null references project,
    place            integer not null,
    direction        varchar(5) not null check (direction in ('ENTRY', 'EXIT')),
    item             text not null,
    unit             text not null,
    quantity         numeric(14, 3) not null check (quantity > 0),
    document         text not null,
    moved_on         date not null,
    countersigned_by uuid,
    balance          numeric(14, 3) check (balance >= 0),
    recorded_at      timestamptz not null,
    constraint movements_follow_one_another unique (project, place),
    constraint only_a_countersigned_movement_moves_stock check ((countersigned_by is null) = (balance is null))
);
