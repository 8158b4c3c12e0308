-- The content of a version that is not a draft never changes; withdrawn versions stay for the campaigns that use them.
alter table standard_version add column based_on uuid references standard_version;
alter table standard_version add column created_at timestamptz;
alter table standard_version add column withdrawn_at timestamptz;
alter table standard_version add column withdrawn_because text;
update standard_version set created_at = published_at;
