-- Whoever passed a campaign's results on to leadership does not sign them.
alter table campaign add column reviewed_by uuid references person;
