-- A reconciliation is corrected by the act of another account. What was counted before is kept, and so is what was read
-- under it: the ballots are read anew.

create table paper_reconciliation (
    "table"     uuid        not null references paper_table,
    number      integer     not null check (number > 0),
    used        integer     not null check (used >= 0),
    spoiled     integer     not null check (spoiled >= 0),
    returned    integer     not null check (returned >= 0),
    recorded_by text        not null,
    document    text,
    reason      text,
    at          timestamptz not null default clock_timestamp(),
    primary key ("table", number),
    check ((number = 1) = (document is null)),
    check ((document is null) = (reason is null))
);
comment on table paper_reconciliation is 'What was counted when a table ended its vote, and each correction by an act. The last one holds.';
create trigger paper_reconciliation_stands before update or delete on paper_reconciliation
    for each row execute function paper_stands();

insert into paper_reconciliation ("table", number, used, spoiled, returned, recorded_by)
select "table", 1, used, spoiled, returned, 'not recorded' from paper_table where used is not null;

alter table paper_entry add column reading integer not null default 1 check (reading > 0);
comment on column paper_entry.reading is 'The reconciliation under which it was entered: entries of an earlier one are kept and count no more.';
alter table paper_entry drop constraint paper_entry_pkey, drop constraint paper_entry_table_entered_by_key;
alter table paper_entry add primary key ("table", reading, number), add unique ("table", reading, entered_by);
