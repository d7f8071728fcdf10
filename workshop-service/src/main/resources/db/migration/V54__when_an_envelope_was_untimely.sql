alter table offline_conflict add column untimely text
    check (untimely in ('OUTSIDE_ITS_PERIOD', 'DURING_A_SUSPENSION', 'IN_THE_FUTURE')),
    add check (untimely is null or because = 'SEALED_OUTSIDE_THE_VOTE');
comment on column offline_conflict.untimely is 'Of what was sealed outside the vote: when. Only what was sealed during a suspension can be counted by an act.';
