-- The panels that the registry names. An opinion on a proposal that has one comes from its members alone.

create table evaluation_panel (
    proposal uuid not null,
    account  text not null,
    primary key (proposal, account)
);
comment on table evaluation_panel is 'Accounts of the evaluators of a proposal, as last named.';
