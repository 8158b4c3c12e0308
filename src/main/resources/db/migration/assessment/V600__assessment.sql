create table self_assessment (
    evaluation_id uuid primary key references evaluation,
    version       bigint not null,
    status        text not null,
    opened_at     timestamptz not null,
    submitted_by  uuid references person,
    submitted_at  timestamptz,
    returned_by   uuid references person,
    returned_at   timestamptz,
    return_reason text,
    closed_at     timestamptz
);

-- Three states that never mix: a grade, not applicable with its reason, and neither of them, which is not rated.
create table self_rating (
    id             uuid primary key,
    version        bigint not null,
    evaluation_id  uuid not null references self_assessment,
    criterion      text not null,
    place          text not null,
    grade          int,
    not_applicable text,
    comment        text,
    rated_by       uuid references person,
    rated_at       timestamptz,
    unique (evaluation_id, criterion, place),
    check (grade is null or not_applicable is null)
);

create table evidence (
    id            uuid primary key,
    version       bigint not null,
    evaluation_id uuid not null references self_assessment,
    criterion     text not null,
    title         text not null,
    link          text,
    content_type  text,
    sha256        text,
    size          bigint not null,
    added_by      uuid not null references person,
    added_at      timestamptz not null,
    check ((link is null) = (sha256 is not null))
);
create index evidence_evaluation on evidence (evaluation_id);

-- Apart from evidence, so that lists never read megabytes.
create table evidence_content (
    evidence_id uuid primary key references evidence on delete cascade,
    bytes       bytea not null
);
