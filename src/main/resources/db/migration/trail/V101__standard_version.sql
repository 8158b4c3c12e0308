-- What happened to a version of a standard. No foreign key: a draft goes, what was noted of it stays.
alter table trail_entry add column standard_version_id uuid;
create index trail_entry_standard_version on trail_entry (standard_version_id, id) where standard_version_id is not null;
