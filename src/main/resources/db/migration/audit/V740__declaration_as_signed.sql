-- A declaration names its author as a signature does: name and capacity of that day, whatever becomes of the account.
alter table audit
    add column declared_name     text,
    add column declared_capacity text;
update audit set declared_name = person.name, declared_capacity = person.capacity
from person where person.id = audit.auditor_id and audit.independence_declared_at is not null;
