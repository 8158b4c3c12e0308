create table action_plan (
    evaluation_id   uuid primary key references evaluation,
    version         bigint not null,
    status          text not null,
    -- 1 for the first proposal, one more each time leadership sent it back
    edition         int not null check (edition >= 1),
    last_number     int not null check (last_number >= 0),
    opened_at       timestamptz not null,
    proposed_by     uuid references person,
    proposed_at     timestamptz,
    reviewed_by     uuid references person,
    reviewed_at     timestamptz,
    review_note     text,
    returned_by     uuid references person,
    returned_at     timestamptz,
    return_reason   text,
    -- the file to sign, in the archive of reports
    report_id       uuid,
    report_sha256   text,
    signed_by       uuid references person,
    signed_name     text,
    signed_capacity text,
    signed_at       timestamptz,
    signed_report   uuid,
    signed_sha256   text,
    check ((status = 'SIGNED') = (signed_by is not null)),
    check (signed_by is null or (signed_name is not null and signed_capacity is not null and signed_at is not null
                                 and signed_report is not null and signed_sha256 is not null))
);

-- Every PDF ever drawn up for a plan: what was sent back stays readable.
create table action_plan_print (
    report_id     uuid primary key,
    evaluation_id uuid not null references action_plan,
    edition       int not null,
    sha256        text not null,
    pages         int not null,
    bytes         bigint not null,
    printed_at    timestamptz not null
);
create index action_plan_print_plan on action_plan_print (evaluation_id, printed_at);

create table improvement_action (
    id                 uuid primary key,
    version            bigint not null,
    evaluation_id      uuid not null references action_plan,
    number             int  not null,
    finding_id         uuid,
    criterion          text not null,
    title              text not null,
    cause              text not null,
    whys               text not null,
    expected_effect    text not null,
    owner_id           uuid references person,
    due                date,
    review_date        date,
    status             text not null,
    progress           int  not null check (progress between 0 and 100),
    progress_note      text,
    done_by            uuid references person,
    done_at            timestamptz,
    verified_by        uuid references person,
    verified_at        timestamptz,
    effectiveness_note text,
    reopened           int  not null check (reopened >= 0),
    saved_at           timestamptz not null,
    unique (evaluation_id, number),
    -- only a proposal may still have gaps
    check (status = 'PROPOSED' or (owner_id is not null and due is not null and review_date > due))
);
create index improvement_action_owner on improvement_action (owner_id);

create table action_progress (
    id          uuid primary key,
    action_id   uuid not null references improvement_action,
    at          timestamptz not null,
    person_id   uuid not null references person,
    person_name text not null,
    progress    int  not null check (progress between 0 and 100),
    note        text not null
);
create index action_progress_action on action_progress (action_id, at);
