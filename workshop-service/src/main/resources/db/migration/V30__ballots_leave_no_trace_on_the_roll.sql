-- A foreign key locks the row it points to, and leaves the number of the transaction there: the roll would keep, after
-- the close too, in which transaction each voter was struck off. Casting takes nobody who is not on the roll, and the
-- count refuses a round with a strike-off that is not.
alter table strike_off drop constraint strike_off_round_agent_fkey;

-- Only for the moment of a close, in whose transaction they are filled and emptied: nothing of them has to outlive it.
alter table strike_off_rewritten set unlogged;
alter table cast_request_rewritten set unlogged;
