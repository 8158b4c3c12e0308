-- Whoever reviews the results of a campaign does not sign them.
alter table campaign add column reviewed_by uuid references person;
