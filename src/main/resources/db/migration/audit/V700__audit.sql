-- One audit per evaluation: the evaluation is its key.
create table audit (
    evaluation_id            uuid primary key references evaluation,
    version                  bigint not null,
    status                   text not null,
    auditor_id               uuid references person,
    visited_on               date,
    independence_declared_at timestamptz,
    conclusion               text,
    draft_at                 timestamptz,
    reply_ends_at            timestamptz,
    replied_by               uuid references person,
    replied_at               timestamptz,
    report_at                timestamptz,
    closed_at                timestamptz
);
create index audit_auditor on audit (auditor_id) where auditor_id is not null;

-- Whoever stepped aside is not asked again for the same evaluation.
create table audit_recusal (
    evaluation_id uuid not null references audit,
    person_id     uuid not null references person,
    reason        text not null,
    at            timestamptz not null
);
create index audit_recusal_evaluation on audit_recusal (evaluation_id);

create table audit_rating (
    id                    uuid primary key,
    version               bigint not null,
    evaluation_id         uuid not null references audit,
    criterion             text not null,
    place                 text not null,
    grade                 int,
    not_applicable_reason text,
    comment               text,
    taken_from_team       boolean not null,
    rated_by              uuid not null references person,
    rated_at              timestamptz not null,
    unique (evaluation_id, criterion, place),
    -- not rated is the absence of the row, never a third kind of answer
    check ((grade is null) <> (not_applicable_reason is null))
);

create table audit_finding (
    id            uuid primary key,
    version       bigint not null,
    evaluation_id uuid not null references audit,
    number        int  not null,
    kind          text not null,
    criterion     text not null,
    place         text not null,
    text          text not null,
    basis         text not null,
    reply         text,
    decision      text,
    treatment     text,
    unique (evaluation_id, number)
);
