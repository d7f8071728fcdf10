-- Where an extension comes after the deadline that it moves, nobody could vote in between.
alter table round_act add column former_deadline timestamptz;
comment on column round_act.former_deadline is 'Of an extension: the deadline that it moved.';
