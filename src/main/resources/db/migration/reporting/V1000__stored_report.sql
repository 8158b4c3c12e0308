-- What was printed, once and for good. The database computes the checksum again, so that it never keeps bytes under a
-- checksum that is not theirs, and refuses every change with the journal's trigger function.
create table stored_report (
    id         uuid primary key,
    position   bigint generated always as identity,
    kind       text not null,
    subject_id uuid not null,
    title      text not null,
    sha256     text not null,
    pages      integer not null check (pages > 0),
    size       bigint not null,
    created_at timestamptz not null,
    content    bytea not null,
    constraint stored_report_bytes_match check
        (sha256 = encode(sha256(content), 'hex') and size = octet_length(content))
);
create index stored_report_latest on stored_report (kind, subject_id, position desc);

create trigger stored_report_is_immutable before update or delete or truncate on stored_report
    for each statement execute function refuse_change();
