-- What is told when a round opens, and what is sealed when it was counted.

create table round_declaration (
    round       uuid primary key references round,
    document    text        not null,
    sha256      char(64)    not null,
    declared_at timestamptz not null
);
comment on table round_declaration is 'The paper, the roll''s size, the chain that breaks ties, the hash of the seed of a draw and the key of the receipts, as they were fixed before the first ballot.';

create table second_round (
    round    uuid primary key references round,
    of_round uuid not null references round,
    options  text not null,
    unique (of_round, options),
    check (round <> of_round)
);
comment on column second_round.options is 'The options that were equal, sorted, with commas: one second round for each tie.';

create table result_act (
    round     uuid primary key references round,
    document  text        not null,
    sha256    char(64)    not null,
    sealed_at timestamptz not null
);

create function result_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'what was declared or sealed of a round is never changed';
end $$;
create trigger round_declaration_is_kept before update or delete on round_declaration
    for each row execute function result_is_kept();
create trigger result_act_is_kept before update or delete on result_act
    for each row execute function result_is_kept();
