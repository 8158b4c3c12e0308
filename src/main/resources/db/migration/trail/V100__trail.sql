-- Who, when, what, before, after, why. Rows are only ever added: the trigger says no to everything else.
create table trail_entry (
    id            bigint generated always as identity primary key,
    at            timestamptz not null,
    actor_id      uuid,
    actor_name    text not null,
    campaign_id   uuid,
    evaluation_id uuid,
    subject       text not null,
    action        text not null,
    before_value  text,
    after_value   text,
    reason        text
);
create index trail_entry_evaluation on trail_entry (evaluation_id, id) where evaluation_id is not null;
create index trail_entry_campaign on trail_entry (campaign_id, id) where campaign_id is not null;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% rows are never changed or removed', tg_table_name;
end $$;

create trigger trail_entry_is_append_only before update or delete or truncate on trail_entry
    for each statement execute function refuse_change();
