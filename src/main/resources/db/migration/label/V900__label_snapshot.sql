-- The scores and the label test as they were when the label report was printed, with the report. Ratings of the team and
-- of the auditor are frozen by then, so this one snapshot holds both. Written once with its report, never changed.
create table label_snapshot (
    evaluation_id       uuid primary key references evaluation,
    standard_version_id uuid not null references standard_version,
    taken_at            timestamptz not null,
    level               text,
    self_total          text,
    audit_total         text,
    scores              text not null,
    report_id           uuid not null
);

create trigger label_snapshot_is_append_only before update or delete or truncate on label_snapshot
    for each statement execute function refuse_change();
