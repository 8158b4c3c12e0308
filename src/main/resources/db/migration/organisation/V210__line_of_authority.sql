-- Whom a person answers to: nobody audits their own people, nor their chief's team.
alter table person
    add column manager_id uuid references person,
    add constraint person_is_not_their_own_manager check (manager_id <> id);
create index person_manager on person (manager_id) where manager_id is not null;

-- Who left a team, and when: whoever was in it while it was evaluated does not audit it.
create table team_departure (
    team_id   uuid not null references reception_team,
    person_id uuid not null references person,
    left_at   timestamptz not null
);
create index team_departure_team on team_departure (team_id, left_at);
