-- A team that closes keeps when and why, and, where it was merged, the team that stands in its place.
alter table reception_team
    add column closed_on      date,
    add column closing_reason text,
    add column successor_id   uuid references reception_team,
    add constraint team_with_a_successor_is_closed check (successor_id is null or not active);
create index reception_team_successor on reception_team (successor_id) where successor_id is not null;

-- Of which commune this is the main point: each has one at most.
alter table reception_point add column main_of uuid unique references commune;

-- Who is a member already has been one for longer than anybody noted.
alter table team_member add column since date not null default date '1900-01-01';
alter table team_member alter column since drop default;

create table past_member (
    team_id   uuid not null references reception_team,
    person_id uuid not null references person,
    lead      boolean not null,
    since     date not null,
    until     date not null,
    primary key (team_id, person_id, since, until, lead),
    check (until >= since)
);
create index past_member_person on past_member (person_id);
