create table commune (
    id         uuid primary key,
    version    bigint not null,
    name       text not null,
    insee_code text not null unique,
    population int  not null check (population > 0)
);

create table person (
    id         uuid primary key,
    version    bigint not null,
    commune_id uuid not null references commune,
    name       text not null,
    email      text,
    capacity   text not null
);
create unique index person_email on person (lower(email));
create index person_commune on person (commune_id);

create table person_role (
    person_id uuid not null references person,
    role      text not null,
    primary key (person_id, role)
);

create table reception_team (
    id              uuid primary key,
    version         bigint not null,
    commune_id      uuid not null references commune,
    code            text not null,
    name            text not null,
    yearly_contacts int  not null check (yearly_contacts >= 0),
    active          boolean not null,
    unique (commune_id, code)
);

create table reception_point (
    id       uuid primary key,
    team_id  uuid not null references reception_team,
    name     text not null,
    address  text not null,
    position int  not null
);
create index reception_point_team on reception_point (team_id);

create table reception_point_channel (
    point_id uuid not null references reception_point,
    channel  text not null,
    primary key (point_id, channel)
);

create table team_member (
    team_id   uuid not null references reception_team,
    person_id uuid not null references person,
    lead      boolean not null,
    primary key (team_id, person_id)
);
create index team_member_person on team_member (person_id);
