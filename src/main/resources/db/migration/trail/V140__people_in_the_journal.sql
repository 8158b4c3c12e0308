-- Lines are never changed. Of a person whose period is over, the journal keeps the id and shows no name any more; the
-- stored name goes with the line, when the archives service sorts the journal (src/docs/personal-data.md).
create table forgotten_actor (
    actor_id uuid primary key,
    at       timestamptz not null
);
create index trail_entry_actor on trail_entry (actor_id) where actor_id is not null;

-- A rating, a figure or a piece of evidence somebody of the team typed: who it was concerns the team alone.
alter table trail_entry add column typed_by_team boolean not null default false;
alter table trail_entry disable trigger trail_entry_is_append_only;
update trail_entry set typed_by_team = true
where action in ('Cotation', 'Commentaire', 'Relevé', 'Preuve ajoutée', 'Preuve retirée', 'Valeur convenue',
                 'Valeur convenue, réponses unanimes');
alter table trail_entry enable trigger trail_entry_is_append_only;
