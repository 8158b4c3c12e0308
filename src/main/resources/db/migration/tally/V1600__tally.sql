-- What points of a commune choose from, the same for all so that their figures compare: subjects of a request, and to whom
-- somebody was oriented. Never deleted: what was tapped keeps its words.
create table tally_choice (
    id          uuid primary key,
    version     bigint not null,
    commune_id  uuid not null references organisation on delete cascade,
    kind        text not null check (kind in ('SUBJECT', 'ORIENTATION')),
    code        text not null,
    label       text not null,
    position    int not null,
    archived_at timestamptz,
    unique (commune_id, kind, code)
);
call keep_to_scope('tally_choice');

-- The list every commune begins with. Subjects are the reasons the survey of residents asks for, and local life.
create function give_tally_choices(commune uuid) returns void language sql as $$
    insert into tally_choice (id, version, commune_id, kind, code, label, position)
    select gen_random_uuid(), 0, commune, kind, code, label, position from (values
        ('SUBJECT', 'ETAT-CIVIL', 'État civil, papiers', 1),
        ('SUBJECT', 'ENFANCE', 'Enfance, école', 2),
        ('SUBJECT', 'SOCIAL', 'Aide sociale, CCAS', 3),
        ('SUBJECT', 'LOGEMENT', 'Logement, urbanisme', 4),
        ('SUBJECT', 'CADRE-DE-VIE', 'Cadre de vie, voirie', 5),
        ('SUBJECT', 'VIE-LOCALE', 'Associations, sport, culture', 6),
        ('SUBJECT', 'AUTRE', 'Autre', 7),
        ('ORIENTATION', 'MAIRIE', 'Autre service de la mairie', 1),
        ('ORIENTATION', 'CCAS', 'CCAS', 2),
        ('ORIENTATION', 'ADMINISTRATION', 'Autre administration', 3),
        ('ORIENTATION', 'ASSOCIATION', 'Association', 4),
        ('ORIENTATION', 'AUTRE', 'Autre', 5)) starter (kind, code, label, position) $$;

create function give_new_commune_its_tally_choices() returns trigger language plpgsql as $$
begin
    perform give_tally_choices(new.id);
    return null;
end $$;
create trigger tally_choices after insert on organisation for each row when (new.kind = 'COMMUNE')
    execute function give_new_commune_its_tally_choices();
do $$ begin
    perform give_tally_choices(id) from organisation where kind = 'COMMUNE';
end $$;

-- The name of a point contacts were tapped at, known after the point has closed.
create table tally_point (
    point_id   uuid primary key,
    commune_id uuid not null references organisation,
    name       text not null
);
call keep_to_scope('tally_point');

-- One request of a resident. Who tapped it is not here, and nowhere else: no figure is ever an agent's. The id is made in
-- the browser, so that the same tap sent twice is kept once; one that was undone stays as a mark until it can no longer be
-- sent again.
create table tally_contact (
    id             uuid primary key,
    commune_id     uuid not null references organisation,
    team_id        uuid not null references reception_team,
    point_id       uuid not null references tally_point,
    channel        text not null,
    subject_id     uuid not null references tally_choice,
    outcome        text not null,
    orientation_id uuid references tally_choice,
    tapped_at      timestamptz not null,
    day            date not null,
    hour_of_week   smallint not null check (hour_of_week between 0 and 167),
    note           text,
    undone         boolean not null default false,
    check ((outcome = 'ORIENTED') = (orientation_id is not null)),
    check (not undone or note is null)
);
call link_within_organisation('tally_contact', 'reception_team', 'team_id');
call link_within_organisation('tally_contact', 'tally_point', 'point_id');
call link_within_organisation('tally_contact', 'tally_choice', 'subject_id');
call link_within_organisation('tally_contact', 'tally_choice', 'orientation_id');
call keep_to_scope('tally_contact');

-- Everything the page of figures counts, so that it is read from the index alone.
create index tally_contact_of_period on tally_contact (commune_id, day)
    include (team_id, point_id, channel, subject_id, outcome, orientation_id, hour_of_week) where not undone;
create index tally_contact_to_clear on tally_contact (day) where note is not null or undone;
