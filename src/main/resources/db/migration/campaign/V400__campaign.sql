create table campaign (
    id                  uuid primary key,
    version             bigint not null,
    commune_id          uuid not null references commune,
    name                text not null,
    period_start        date not null,
    period_end          date not null,
    standard_version_id uuid not null references standard_version,
    due_collection      date not null,
    due_self_assessment date not null,
    due_audit           date not null,
    due_action_plan     date not null,
    due_follow_up       date not null,
    closing_date        date not null,
    recurrence_months   int  not null check (recurrence_months >= 0),
    status              text not null,
    created_by          uuid not null references person,
    launched_at         timestamptz,
    previous_id         uuid references campaign,
    review_note         text,
    signed_by           uuid references person,
    signed_name         text,
    signed_capacity     text,
    signed_at           timestamptz
);
create index campaign_commune on campaign (commune_id);

create table campaign_team (
    campaign_id uuid not null references campaign,
    team_id     uuid not null references reception_team,
    primary key (campaign_id, team_id)
);

create table evaluation (
    id                  uuid primary key,
    version             bigint not null,
    campaign_id         uuid not null references campaign,
    team_id             uuid not null references reception_team,
    commune_id          uuid not null references commune,
    standard_version_id uuid not null references standard_version,
    team_name           text not null,
    channels            text not null,
    phase               text not null,
    status              text not null,
    due_collection      date not null,
    due_self_assessment date not null,
    due_audit           date not null,
    due_action_plan     date not null,
    due_follow_up       date not null,
    opened_at           timestamptz not null,
    closed_at           timestamptz,
    -- opening a campaign's teams again after a crash can never open one twice
    unique (campaign_id, team_id)
);
create index evaluation_open on evaluation (campaign_id) where status = 'OPEN';
create index evaluation_team on evaluation (team_id);
create index evaluation_commune on evaluation (commune_id);
