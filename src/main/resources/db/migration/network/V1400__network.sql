-- A commune agrees to its published results being compared, signed as on the day; what was agreed before stays.
create table comparison_consent (
    id              uuid primary key,
    version         bigint not null,
    commune_id      uuid not null references commune,
    named           boolean not null,
    given_by        uuid not null references person,
    given_name      text not null,
    given_capacity  text not null,
    given_at        timestamptz not null,
    ended_by        uuid references person,
    ended_name      text,
    ended_capacity  text,
    ended_at        timestamptz
);
create index comparison_consent_commune on comparison_consent (commune_id);
create unique index comparison_consent_in_force on comparison_consent (commune_id) where ended_at is null;

-- What worked in one commune, told so that another can do it.
create table good_practice (
    id                uuid primary key,
    version           bigint not null,
    commune_id        uuid not null references commune,
    title             text not null,
    situation         text not null,
    done              text not null,
    result            text not null,
    figure            numeric,
    unit              text not null,
    channels          text not null,
    theme             text not null,
    criterion         text not null,
    action_id         uuid,
    state             text not null,
    edition           int not null,
    saved_at          timestamptz not null,
    shared_at         timestamptz,
    withdrawn_at      timestamptz,
    withdrawn_because text
);
create index good_practice_commune on good_practice (commune_id);
create index good_practice_shared on good_practice (shared_at desc) where state = 'SHARED';

-- « Adoptée chez nous »: the adopting team, and the action it became in its plan where there was one being proposed.
create table good_practice_adoption (
    practice_id uuid not null references good_practice,
    team_id     uuid not null references reception_team,
    commune_id  uuid not null references commune,
    edition     int not null,
    adopted_by  uuid not null references person,
    adopted_at  timestamptz not null,
    action_id   uuid,
    primary key (practice_id, team_id)
);
create index good_practice_adoption_commune on good_practice_adoption (commune_id);
