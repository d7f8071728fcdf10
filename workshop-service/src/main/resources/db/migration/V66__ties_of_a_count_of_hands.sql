-- A count of hands that leaves a tie between seated and not seated is settled by a round among those who are equal.

alter table election
    add column tie_round uuid references round,
    add constraint election_tie_of_hands check (tie_round is null or (minutes is not null and round is null));
comment on column election.tie_round is 'Whose settled order told equal candidates of a count of hands apart.';
