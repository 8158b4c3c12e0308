-- A commune's scores as they were when leadership's signature published its campaign: by the final audits, exact
-- (« 1799/24 »). Written once in the transaction that publishes, never changed.
create table published_result (
    campaign_id         uuid primary key references campaign,
    commune_id          uuid not null references commune,
    standard_version_id uuid not null references standard_version,
    period_end          date not null,
    published_at        timestamptz not null,
    teams               int not null check (teams > 0),
    total               text not null,
    scores              text not null
);
create index published_result_commune on published_result (commune_id);

create trigger published_result_is_append_only before update or delete or truncate on published_result
    for each statement execute function refuse_change();
