-- Who stands in for whom, by days of Europe/Paris, both included. Ended early or gone by, it stays: it says in whose
-- right things were done.
create table substitution (
    id            uuid primary key,
    version       bigint not null,
    absent_id     uuid not null references person,
    substitute_id uuid not null references person,
    first_day     date not null,
    last_day      date not null,
    reason        text,
    named_by      uuid not null references person,
    named_at      timestamptz not null,
    ended_at      timestamptz,
    check (absent_id <> substitute_id),
    check (first_day <= last_day)
);
create index substitution_absent on substitution (absent_id);
create index substitution_substitute on substitution (substitute_id);
