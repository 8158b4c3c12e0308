-- Every row of the business belongs to one organisation, and each statement of the application sees the rows of those
-- organisations only that its connection was told: 'capaccueil.scope' holds their ids, '*' for the system's own work.
-- Without it there are no rows. What is told, and by whom: the room scope.
--
-- A new table takes one call, in a migration after this one:
--     call belongs_with_parent('good_practice', 'evaluation', 'evaluation_id');

set local capaccueil.scope = '*';

create function scope_is_everything() returns boolean language sql stable as $$
    select current_setting('capaccueil.scope', true) = '*' $$;

create function scope_is_told() returns boolean language sql stable as $$
    select coalesce(current_setting('capaccueil.scope', true), '') <> '' $$;

create function scope_organisations() returns uuid[] language sql stable as $$
    select string_to_array(nullif(nullif(current_setting('capaccueil.scope', true), ''), '*'), ',')::uuid[] $$;

-- Nobody reads or writes a row of the table outside the scope, its owner included. The functions stand in sub-selects so
-- that they are asked once a statement and not once a row.
create procedure keep_to_scope(kept text, belongs_to text default 'commune_id') language plpgsql as $$
begin
    execute format('alter table %I enable row level security', kept);
    execute format('alter table %I force row level security', kept);
    execute format($policy$
        create policy scope on %I
            using ((select scope_is_everything()) or %I = any ((select scope_organisations())::uuid[]))
            with check ((select scope_is_everything()) or %I = any ((select scope_organisations())::uuid[]))
        $policy$, kept, belongs_to, belongs_to);
end $$;

-- The foreign key to the parent holds the organisation as well: no row hangs on another organisation's.
create procedure link_within_organisation(child text, parent text, link text) language plpgsql as $$
declare
    key text;
    old record;
    on_delete text := '';
begin
    select attname into strict key from pg_constraint
        join pg_attribute on attrelid = conrelid and attnum = any (conkey)
        where conrelid = parent::regclass and contype = 'p';
    if not exists (select from pg_constraint where conrelid = parent::regclass
                   and conname = parent || '_of_organisation') then
        execute format('alter table %I add constraint %I unique (%I, commune_id)',
                       parent, parent || '_of_organisation', key);
    end if;
    for old in select conname, confdeltype from pg_constraint
               where conrelid = child::regclass and contype = 'f' and confrelid = parent::regclass
                 and conkey = array[(select attnum from pg_attribute
                                     where attrelid = child::regclass and attname = link)] loop
        execute format('alter table %I drop constraint %I', child, old.conname);
        if old.confdeltype = 'c' then
            on_delete := ' on delete cascade';
        end if;
    end loop;
    execute format('alter table %I add constraint %I foreign key (%I, commune_id) references %I (%I, commune_id)%s',
                   child, child || '_' || link || '_fkey', link, parent, key, on_delete);
end $$;

-- A row belongs to whom its parent belongs. The database reads that by itself at each insert, with the rights of who
-- inserts: a parent out of scope is none.
create procedure belongs_with_parent(child text, parent text, link text) language plpgsql as $$
declare
    key text;
begin
    select attname into strict key from pg_constraint
        join pg_attribute on attrelid = conrelid and attnum = any (conkey)
        where conrelid = parent::regclass and contype = 'p';
    execute format('alter table %I add column commune_id uuid', child);
    execute format('alter table %I disable trigger user', child);
    execute format('update %I child set commune_id = parent.commune_id from %I parent where parent.%I = child.%I',
                   child, parent, key, link);
    execute format('alter table %I enable trigger user', child);
    execute format('alter table %I alter column commune_id set not null', child);
    call link_within_organisation(child, parent, link);
    execute format($body$
        create function %I() returns trigger language plpgsql as $trigger$
        begin
            new.commune_id := (select commune_id from %I where %I = new.%I);
            return new;
        end $trigger$ $body$, child || '_belongs', parent, key, link);
    execute format('create trigger belongs before insert on %I for each row execute function %I()',
                   child, child || '_belongs');
    call keep_to_scope(child);
end $$;

-- Organisations, people, teams -------------------------------------------------------------------------------------
call keep_to_scope('organisation', 'id');
-- names and codes are no secret: pages name the auditor's organisation, and the tree
create policy everybody_reads on organisation for select using ((select scope_is_told()));

call keep_to_scope('reception_team');
call belongs_with_parent('reception_point', 'reception_team', 'team_id');
call belongs_with_parent('reception_point_channel', 'reception_point', 'point_id');
alter table reception_point add check (main_of is null or main_of = commune_id);
call belongs_with_parent('team_member', 'reception_team', 'team_id');
call belongs_with_parent('past_member', 'reception_team', 'team_id');

-- The life of a standard ---------------------------------------------------------------------------------------------
call belongs_with_parent('standard_import', 'person', 'uploaded_by');
call belongs_with_parent('criterion_mapping', 'person', 'decided_by');
-- each organisation decides for itself
do $$ begin
    execute (select format('alter table criterion_mapping drop constraint %I', conname) from pg_constraint
             where conrelid = 'criterion_mapping'::regclass and contype = 'u');
end $$;
alter table criterion_mapping add unique (commune_id, from_standard, to_standard, to_criterion, from_criterion);

-- Campaigns and the phases of an evaluation --------------------------------------------------------------------------
call keep_to_scope('campaign');
call belongs_with_parent('campaign_team', 'campaign', 'campaign_id');
call link_within_organisation('campaign_team', 'reception_team', 'team_id');
call keep_to_scope('evaluation');
call link_within_organisation('evaluation', 'campaign', 'campaign_id');
call link_within_organisation('evaluation', 'reception_team', 'team_id');
call belongs_with_parent('evaluation_point', 'evaluation', 'evaluation_id');
call belongs_with_parent('evaluation_change', 'evaluation', 'evaluation_id');
call link_within_organisation('evaluation_change', 'campaign', 'campaign_id');
call belongs_with_parent('data_collection', 'evaluation', 'evaluation_id');
call belongs_with_parent('measurement', 'data_collection', 'evaluation_id');
call belongs_with_parent('self_assessment', 'evaluation', 'evaluation_id');
call belongs_with_parent('self_rating', 'self_assessment', 'evaluation_id');
call belongs_with_parent('evidence', 'self_assessment', 'evaluation_id');
call belongs_with_parent('evidence_content', 'evidence', 'evidence_id');
call belongs_with_parent('round_participant', 'self_assessment', 'evaluation_id');
call belongs_with_parent('individual_rating', 'self_assessment', 'evaluation_id');
call belongs_with_parent('audit', 'evaluation', 'evaluation_id');
call belongs_with_parent('independence_declaration', 'audit', 'evaluation_id');
call belongs_with_parent('audit_recusal', 'audit', 'evaluation_id');
call belongs_with_parent('audit_rating', 'audit', 'evaluation_id');
call belongs_with_parent('audit_finding', 'audit', 'evaluation_id');
call belongs_with_parent('action_plan', 'evaluation', 'evaluation_id');
call belongs_with_parent('action_plan_author', 'action_plan', 'evaluation_id');
call belongs_with_parent('action_plan_print', 'action_plan', 'evaluation_id');
call belongs_with_parent('improvement_action', 'action_plan', 'evaluation_id');
call belongs_with_parent('action_progress', 'improvement_action', 'action_id');
call belongs_with_parent('label_snapshot', 'evaluation', 'evaluation_id');
call belongs_with_parent('mail', 'person', 'person_id');

-- What the communes show each other -----------------------------------------------------------------------------------
-- Results are read by the others as long as their commune agrees, and by nobody once it no longer does.
call keep_to_scope('comparison_consent');
create policy consents_in_force_are_known on comparison_consent for select
    using (ended_at is null and (select scope_is_told()));
call keep_to_scope('published_result');
call link_within_organisation('published_result', 'campaign', 'campaign_id');
create policy agreed_to_be_compared on published_result for select
    using (exists (select from comparison_consent consent
                   where consent.commune_id = published_result.commune_id and consent.ended_at is null)
           and (select scope_is_told()));
call keep_to_scope('standard_adoption');
call keep_to_scope('good_practice_adoption');
call link_within_organisation('good_practice_adoption', 'reception_team', 'team_id');
call keep_to_scope('good_practice');
-- one that was withdrawn stays with those who adopted it; the others are told so when they come too late
create policy network_reads_what_was_shared on good_practice for select
    using (state in ('SHARED', 'WITHDRAWN') and (select scope_is_told()));

-- What several rooms put down: each row says what it is about --------------------------------------------------------
alter table stored_report add column commune_id uuid references organisation;
alter table stored_report disable trigger user;
update stored_report set commune_id = coalesce(
    (select commune_id from evaluation where id = subject_id), (select commune_id from campaign where id = subject_id));
alter table stored_report enable trigger user;
alter table stored_report alter column commune_id set not null;
create function stored_report_belongs() returns trigger language plpgsql as $$
begin
    new.commune_id := coalesce((select commune_id from evaluation where id = new.subject_id),
                               (select commune_id from campaign where id = new.subject_id));
    return new;
end $$;
create trigger belongs before insert on stored_report for each row execute function stored_report_belongs();
call keep_to_scope('stored_report');

-- Lines about an evaluation or a campaign are its organisation's, whoever acted; others are those of who acted, or of the
-- standard. What the product did by itself to a standard of its own belongs to nobody.
create function organisation_of_entry(entry trail_entry) returns uuid language plpgsql stable as $$
begin
    if entry.evaluation_id is not null then
        return (select commune_id from evaluation where id = entry.evaluation_id);
    end if;
    if entry.campaign_id is not null then
        return (select commune_id from campaign where id = entry.campaign_id);
    end if;
    return coalesce((select commune_id from person where id = entry.actor_id),
                    (select commune_id from standard_version where id = entry.standard_version_id));
end $$;

alter table trail_entry add column commune_id uuid references organisation;
alter table trail_entry disable trigger user;
update trail_entry set commune_id = organisation_of_entry(trail_entry);
alter table trail_entry enable trigger user;
alter table trail_entry add check (commune_id is not null or (evaluation_id is null and campaign_id is null));
create function trail_entry_belongs() returns trigger language plpgsql as $$
begin
    new.commune_id := organisation_of_entry(new);
    return new;
end $$;
create trigger belongs before insert on trail_entry for each row execute function trail_entry_belongs();
call keep_to_scope('trail_entry');
create policy network_reads_of_its_standards on trail_entry for select
    using (commune_id is null and standard_version_id is not null and (select scope_is_told()));

-- A standard that belongs to nobody is everybody's to read; so is one that is shared. The one a campaign was launched on,
-- or that was adopted, stays readable there, whatever becomes of the sharing; so does the one compared results stand on.
create index campaign_standard on campaign (standard_version_id);
call keep_to_scope('standard_version');
create policy network_reads on standard_version for select
    using ((commune_id is null or shared_at is not null
            or exists (select from campaign where campaign.standard_version_id = standard_version.id)
            or exists (select from standard_adoption where standard_version_id = standard_version.id)
            or exists (select from published_result where standard_version_id = standard_version.id))
           and (select scope_is_told()));

-- People are their organisation's. Auditors work across organisations: those who are lent are known to all, and who
-- audited here stays known here.
call keep_to_scope('person');
call belongs_with_parent('person_role', 'person', 'person_id');
call belongs_with_parent('pool_auditor', 'person', 'person_id');
create policy lent_auditors_are_known on pool_auditor for select using (lent and (select scope_is_told()));
create policy auditors_are_known on person for select
    using ((exists (select from pool_auditor where pool_auditor.person_id = person.id and lent)
            or exists (select from audit where audit.auditor_id = person.id))
           and (select scope_is_told()));
create policy auditors_are_known on person_role for select
    using (role = 'AUDITOR' and exists (select from person where person.id = person_id) and (select scope_is_told()));
call belongs_with_parent('substitution', 'person', 'absent_id');
call keep_to_scope('correction_request');
call link_within_organisation('correction_request', 'person', 'person_id');
call keep_to_scope('data_protection_contact');
-- an id and a day: lines of the journal name nobody any more, in whichever organisation they are
call belongs_with_parent('forgotten_actor', 'person', 'actor_id');
create policy forgotten_for_all on forgotten_actor for select using ((select scope_is_told()));
