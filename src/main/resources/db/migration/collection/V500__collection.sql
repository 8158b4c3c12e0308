create table data_collection (
    evaluation_id uuid primary key references evaluation,
    version       bigint not null,
    status        text not null,
    opened_at     timestamptz not null,
    submitted_by  uuid references person,
    submitted_at  timestamptz,
    frozen_at     timestamptz
);

-- One row an indicator x channel. A row without figure and without reason is one nobody has filled yet: it exists only
-- inside the transaction that fills it, so that two people filling the same one at once wait for each other.
create table measurement (
    id            uuid primary key,
    version       bigint not null,
    evaluation_id uuid not null references data_collection,
    indicator     text not null,
    channel       text not null,
    measured      numeric,
    numerator     numeric,
    denominator   numeric,
    period_start  date,
    period_end    date,
    source        text,
    note          text,
    unavailable   text,
    measured_by   uuid references person,
    measured_at   timestamptz,
    unique (evaluation_id, indicator, channel),
    check (unavailable is null or (measured is null and numerator is null and denominator is null)),
    check (denominator is null or denominator > 0)
);
