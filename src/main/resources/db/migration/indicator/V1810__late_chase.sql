-- A team that is being asked for values it owes, from the first reminder until nothing is late any more.
create table late_chase (
    id        uuid primary key,
    version   bigint not null,
    team_id   uuid not null references reception_team,
    opened_at timestamptz not null,
    reminders int not null,
    ended_at  timestamptz
);
create unique index late_chase_open on late_chase (team_id) where ended_at is null;
call belongs_with_parent('late_chase', 'reception_team', 'team_id');
