-- Credentials of committees: issued on sealed minutes, on the day of the election or flagged.

create table sealed_minutes (
    process  uuid     not null,
    sha256   char(64) not null,
    workshop uuid     not null,
    primary key (process, sha256)
);
comment on table sealed_minutes is 'Minutes that the workshop service told sealed, by their hash.';

create table committee_accreditation (
    committee      uuid primary key references committee,
    process        uuid        not null,
    minutes_sha256 char(64)    not null,
    elected_on     date        not null,
    issued_on      date        not null,
    issued_at      timestamptz not null,
    check (issued_on >= elected_on),
    foreign key (process, minutes_sha256) references sealed_minutes (process, sha256)
);
create index committee_accreditation_of_process on committee_accreditation (process);

create table committee_credential (
    committee uuid    not null references committee_accreditation,
    seat      integer not null,
    number    text    not null unique,
    post      text    not null,
    primary key (committee, seat)
);
