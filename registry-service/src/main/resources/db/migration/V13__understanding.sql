-- Whether what was taught was understood.

create table training_understanding (
    training uuid        not null,
    agent    uuid        not null,
    asked    integer     not null check (asked between 1 and 200),
    correct  integer     not null check (correct between 0 and asked),
    taken_at timestamptz not null,
    primary key (training, agent),
    foreign key (training, agent) references training_attendance (training, agent)
);
comment on table training_understanding is 'The last quiz of each agent who attended: how many questions, how many right.';
