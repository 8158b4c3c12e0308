alter table self_assessment
    add column round_opened_at timestamptz,
    add column round_closed_at timestamptz;

-- Who answered alone, never what: stays when the answers are deleted.
create table round_participant (
    evaluation_id uuid not null references self_assessment,
    person_id     uuid not null references person,
    primary key (evaluation_id, person_id)
);

-- One person's own answers, hidden from everybody else while the round is open and deleted when the self-assessment is
-- accepted. The same three states as self_rating.
create table individual_rating (
    id             uuid primary key,
    version        bigint not null,
    evaluation_id  uuid not null references self_assessment,
    criterion      text not null,
    place          text not null,
    person_id      uuid not null references person,
    grade          int,
    not_applicable text,
    comment        text,
    rated_at       timestamptz,
    unique (evaluation_id, criterion, place, person_id),
    check (grade is null or not_applicable is null)
);

-- Why the team agreed, and on which answers: how many chose which grade, without names.
alter table self_rating
    add column agreed_reason text,
    add column agreed_on     text;
