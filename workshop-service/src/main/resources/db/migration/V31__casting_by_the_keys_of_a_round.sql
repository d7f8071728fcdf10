-- Requests and sealed ballots are looked for within their round alone, and tags and handles are made by keys of that
-- round: one index each instead of two, and a round's rows lie together in it.
alter table cast_request drop constraint cast_request_pkey;
drop index cast_request_round;
alter table cast_request add primary key (round, tag);

alter table sealed_ballot drop constraint sealed_ballot_pkey;
drop index sealed_ballot_round;
alter table sealed_ballot add primary key (round, handle);
