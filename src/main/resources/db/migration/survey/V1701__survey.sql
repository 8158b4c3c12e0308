-- A survey asks one published questionnaire for a period.
create table survey (
    id               uuid primary key,
    version          bigint not null,
    commune_id       uuid not null references organisation,
    questionnaire_id uuid not null references questionnaire,
    title            text not null,
    first_day        date not null,
    last_day         date not null,
    sampling         text not null,
    population       int check (population > 0),
    status           text not null,
    opened_at        timestamptz,
    closed_at        timestamptz,
    receipt_key      text,
    check (last_day >= first_day)
);
create index survey_commune on survey (commune_id);
create index survey_questionnaire on survey (questionnaire_id);
create index survey_open_until on survey (last_day) where status = 'OPEN';
call keep_to_scope('survey');
call link_within_organisation('survey', 'questionnaire', 'questionnaire_id');

-- How residents come to it: a point, a channel, and what led them there. The point is kept in words: it may close.
create table survey_way (
    id         uuid primary key,
    survey_id  uuid not null references survey on delete cascade,
    team_id    uuid not null references reception_team,
    point_id   uuid not null,
    point_name text not null,
    channel    text not null,
    kind       text not null,
    code       text not null unique,
    unique (survey_id, point_id, channel, kind)
);
create index survey_way_team on survey_way (team_id);
call belongs_with_parent('survey_way', 'survey', 'survey_id');
call link_within_organisation('survey_way', 'reception_team', 'team_id');

-- An answer that is being given, known by a secret that stands in the form only. It vanishes when it is sent, or after a day.
create table survey_begun (
    token_hash  text primary key,
    way_id      uuid not null references survey_way on delete cascade,
    given       jsonb not null,
    vanishes_at timestamptz not null check (vanishes_at = date_trunc('hour', vanishes_at))
);
create index survey_begun_way on survey_begun (way_id);
create index survey_begun_vanishes on survey_begun (vanishes_at);
call belongs_with_parent('survey_begun', 'survey_way', 'way_id');

-- That something was sent, so that it counts once however often it comes. Nothing leads from here to an answer.
create table survey_receipt (
    mark       text primary key,
    commune_id uuid not null references organisation,
    forget_on  date not null
);
create index survey_receipt_forget on survey_receipt (forget_on);
create index survey_receipt_commune on survey_receipt (commune_id);
call keep_to_scope('survey_receipt');

-- What was answered. The week is the finest time there is. Rows are put down anew in random order, together, so that
-- neither their place on the disk nor their transaction tells when they came: mixed says whether that has been done.
create table survey_answer (
    id     uuid primary key,
    way_id uuid not null references survey_way,
    week   date not null check (extract(isodow from week) = 1),
    given  jsonb not null,
    mixed  boolean not null default false
);
create index survey_answer_way on survey_answer (way_id, week);
create index survey_answer_unmixed on survey_answer (way_id) where not mixed;
call belongs_with_parent('survey_answer', 'survey_way', 'way_id');

-- Free texts stand apart from the choices of whoever wrote them, and know no time at all.
create table survey_comment (
    id        uuid primary key,
    version   bigint not null default 0,
    survey_id uuid not null references survey,
    team_id   uuid not null references reception_team,
    question  text not null,
    written   text not null,
    state     text not null,
    shown     text,
    tags      text not null default '',
    mixed     boolean not null default false
);
create index survey_comment_survey on survey_comment (survey_id, state);
create index survey_comment_team on survey_comment (team_id);
create index survey_comment_words on survey_comment using gin (to_tsvector('french', coalesce(shown, written)));
call belongs_with_parent('survey_comment', 'survey', 'survey_id');
call link_within_organisation('survey_comment', 'reception_team', 'team_id');
