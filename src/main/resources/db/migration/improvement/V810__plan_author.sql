-- Everybody who had a hand in the proposal of a plan, in any of its editions: they neither review nor sign it.
create table action_plan_author (
    evaluation_id uuid not null references action_plan,
    person_id     uuid not null references person,
    primary key (evaluation_id, person_id)
);
insert into action_plan_author (evaluation_id, person_id)
select evaluation_id, proposed_by from action_plan where proposed_by is not null;
