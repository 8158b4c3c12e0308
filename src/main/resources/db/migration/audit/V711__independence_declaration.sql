-- Each declaration as it was signed, for good: the wording, the name and the capacity of that day. A declared link is
-- judged by a quality manager, who keeps the auditor or replaces them.
create table independence_declaration (
    id              uuid primary key,
    evaluation_id   uuid not null references audit,
    person_id       uuid not null references person,
    name            text not null,
    capacity        text not null,
    text_version    int  not null,
    text            text not null,
    link            text,
    signed_at       timestamptz not null,
    verdict         text,
    judged_by       uuid references person,
    judged_name     text,
    judged_capacity text,
    judged_at       timestamptz,
    judged_reason   text,
    check (verdict is null or (link is not null and judged_by is not null and judged_name is not null
                               and judged_capacity is not null and judged_at is not null and judged_reason is not null)),
    check (judged_by is null or judged_by <> person_id)
);
create index independence_declaration_evaluation on independence_declaration (evaluation_id, signed_at);

-- Until now a box was ticked; the wording was the one beside that box.
insert into independence_declaration (id, evaluation_id, person_id, name, capacity, text_version, text, signed_at)
select gen_random_uuid(), audit.evaluation_id, person.id, person.name, person.capacity, 0,
       'Je déclare n’avoir aucun lien avec cette équipe : je n’en fais pas partie, je ne l’encadre pas, je n’ai pas pris part à son autoévaluation, et rien ne m’empêche de l’auditer en toute indépendance.',
       audit.independence_declared_at
from audit join person on person.id = audit.auditor_id
where audit.independence_declared_at is not null;
