-- What observers play: a situation, what they ask, what is to be answered. A wave takes a copy of the words it is planned with.
create table mystery_scenario (
    id         uuid primary key,
    version    bigint not null,
    commune_id uuid not null references organisation,
    kind       text not null check (kind in ('VISIT', 'CALL', 'MESSAGE')),
    title      text not null,
    situation  text not null,
    request    text not null,
    expected   text not null,
    status     text not null check (status in ('DRAFT', 'IN_USE', 'RETIRED'))
);
create index mystery_scenario_commune on mystery_scenario (commune_id);
call keep_to_scope('mystery_scenario');

-- What is noted: each row is one edition of the commune's grid, a document.
create table mystery_grid (
    id           uuid primary key,
    version      bigint not null,
    commune_id   uuid not null references organisation,
    edition      int not null check (edition > 0),
    content      text not null,
    published_at timestamptz,
    unique (commune_id, edition)
);
create unique index mystery_grid_one_draft on mystery_grid (commune_id) where published_at is null;
call keep_to_scope('mystery_grid');

create function refuse_change_of_mystery_grid() returns trigger language plpgsql as $$
begin
    if old.published_at is not null then
        raise exception 'a published edition of the grid is never changed or removed';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end $$;
create trigger mystery_grid_stays before update or delete on mystery_grid
    for each row execute function refuse_change_of_mystery_grid();

-- Who may be given visits, since which training, and when they accepted the rules.
create table mystery_observer (
    person_id   uuid primary key references person,
    version     bigint not null,
    commune_id  uuid not null references organisation,
    trained_on  date not null,
    accepted_at timestamptz,
    rules       int,
    ended_on    date,
    check ((accepted_at is null) = (rules is null))
);
create index mystery_observer_commune on mystery_observer (commune_id);
call keep_to_scope('mystery_observer');
call link_within_organisation('mystery_observer', 'person', 'person_id');

-- A wave: some days in which some points are observed on some channels.
create table mystery_wave (
    id         uuid primary key,
    version    bigint not null,
    commune_id uuid not null references organisation,
    title      text not null,
    first_day  date not null,
    last_day   date not null,
    per_place  int not null check (per_place > 0),
    peaks      text not null,
    grid_id    uuid references mystery_grid,
    status     text not null check (status in ('PREPARED', 'UNDERWAY', 'OPENED')),
    opened_at  timestamptz,
    check (last_day >= first_day),
    check ((status = 'OPENED') = (opened_at is not null)),
    check (status = 'PREPARED' or grid_id is not null)
);
create index mystery_wave_commune on mystery_wave (commune_id);
call keep_to_scope('mystery_wave');
call link_within_organisation('mystery_wave', 'mystery_grid', 'grid_id');

-- Which scenarios a wave takes, chosen; and, once visits are planned, their words as they were then.
create table mystery_script (
    id          uuid primary key,
    wave_id     uuid not null references mystery_wave on delete cascade,
    scenario_id uuid not null references mystery_scenario,
    kind        text not null,
    title       text not null,
    situation   text not null,
    request     text not null,
    expected    text not null,
    unique (wave_id, scenario_id)
);
call belongs_with_parent('mystery_script', 'mystery_wave', 'wave_id');
call link_within_organisation('mystery_script', 'mystery_scenario', 'scenario_id');

-- A channel of a point that is observed. The point is kept in words: it may close.
create table mystery_place (
    id         uuid primary key,
    wave_id    uuid not null references mystery_wave on delete cascade,
    team_id    uuid not null references reception_team,
    point_id   uuid not null,
    point_name text not null,
    channel    text not null,
    unique (wave_id, point_id, channel)
);
create index mystery_place_team on mystery_place (team_id);
call belongs_with_parent('mystery_place', 'mystery_wave', 'wave_id');
call link_within_organisation('mystery_place', 'reception_team', 'team_id');

create table mystery_visit (
    id                uuid primary key,
    version           bigint not null,
    wave_id           uuid not null references mystery_wave on delete cascade,
    place_id          uuid not null references mystery_place on delete cascade,
    script_id         uuid not null references mystery_script on delete cascade,
    observer_id       uuid not null references person,
    day               date not null,
    hour              int not null check (hour between 0 and 23),
    status            text not null check (status in ('PLANNED', 'STARTED', 'DONE', 'NOT_DONE', 'WITHDRAWN')),
    started_at        timestamptz,
    saved_at          timestamptz,
    ended_at          timestamptz,
    done_on           date,
    not_done_because  text,
    withdrawn_because text,
    remark            text,
    remark_state      text not null check (remark_state in ('RECEIVED', 'PUBLISHED', 'REJECTED')),
    remark_shown      text,
    check ((status = 'NOT_DONE') = (not_done_because is not null)),
    check ((status = 'WITHDRAWN') = (withdrawn_because is not null)),
    check ((status in ('DONE', 'WITHDRAWN')) = (done_on is not null))
);
create index mystery_visit_wave on mystery_visit (wave_id);
create index mystery_visit_observer on mystery_visit (observer_id);
create index mystery_visit_place on mystery_visit (place_id);
call belongs_with_parent('mystery_visit', 'mystery_wave', 'wave_id');
call link_within_organisation('mystery_visit', 'mystery_place', 'place_id');
call link_within_organisation('mystery_visit', 'mystery_script', 'script_id');
call link_within_organisation('mystery_visit', 'person', 'observer_id');

-- What was noted of one item of the grid: points, or that the item had no object, or a measure that is only kept.
create table mystery_rating (
    visit_id       uuid not null references mystery_visit on delete cascade,
    item           text not null,
    points         int,
    possible       int,
    not_applicable boolean not null,
    measure        int,
    primary key (visit_id, item),
    check (points between 0 and possible),
    check (num_nonnulls(points, measure) + not_applicable::int = 1),
    check ((points is null) = (possible is null))
);
call belongs_with_parent('mystery_rating', 'mystery_visit', 'visit_id');

-- Once it is handed in, nobody changes what an observer noted, whatever way they come.
create function mystery_rating_stays() returns trigger language plpgsql as $$
begin
    if exists (select from mystery_visit
               where id = coalesce(new.visit_id, old.visit_id) and status in ('DONE', 'WITHDRAWN')) then
        raise exception 'what was handed in is never changed' using errcode = 'integrity_constraint_violation';
    end if;
    return coalesce(new, old);
end $$;
create trigger stays before insert or update or delete on mystery_rating
    for each row execute function mystery_rating_stays();
