-- Which criterion of a standard answers which of another. By code and not by version: a standard keeps its codes.
create table criterion_mapping (
    id             uuid primary key,
    version        bigint not null,
    from_standard  text not null,
    from_criterion text not null,
    to_standard    text not null,
    to_criterion   text not null,
    relation       text not null,
    note           text,
    decided_by     uuid not null references person,
    decided_at     timestamptz not null,
    unique (from_standard, to_standard, to_criterion, from_criterion)
);
