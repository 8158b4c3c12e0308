-- How the columns of a tool's file are understood, kept under a name.
create table indicator_recipe (
    id         uuid primary key,
    version    bigint not null,
    commune_id uuid not null references organisation,
    name       text not null,
    content    text not null,
    saved_by   uuid not null references person,
    saved_at   timestamptz not null,
    unique (commune_id, name)
);
call keep_to_scope('indicator_recipe');

-- A file somebody brought and has not decided about yet, or what became of it. Only who brought it sees it.
create table indicator_import (
    id           uuid primary key,
    uploaded_by  uuid not null references person,
    uploaded_at  timestamptz not null,
    file_name    text not null,
    content      bytea not null,
    recipe       text not null,
    recipe_name  text,
    confirmed_at timestamptz,
    outcome      text
);
create index indicator_import_uploader on indicator_import (uploaded_by);
call belongs_with_parent('indicator_import', 'person', 'uploaded_by');

-- What a program was answered: the same key with the same body is answered the same, and does nothing again.
create table indicator_request (
    commune_id uuid not null references organisation,
    key        text not null,
    sha256     text not null,
    answer     text,
    at         timestamptz not null,
    primary key (commune_id, key)
);
call keep_to_scope('indicator_request');

-- One thing that happened at the counter, on the phone or to a message; what belongs together has the same contact.
create table contact_event (
    commune_id uuid not null references organisation,
    source_id  text not null,
    contact    text not null,
    team_id    uuid not null references reception_team,
    channel    text not null,
    kind       text not null,
    at         timestamptz not null,
    primary key (commune_id, source_id)
);
create index contact_event_when on contact_event (team_id, channel, at);
call keep_to_scope('contact_event');
call link_within_organisation('contact_event', 'reception_team', 'team_id');
