-- Whether the quantities of several periods add up, or the last value says the state: agents who are trained are not
-- other ones each month.
set local capaccueil.scope = '*';
alter table indicator_series add column gathering text not null default 'SUM';
update indicator_series set gathering = 'LATEST' where shipped and code in ('TRAIN', 'RGAA', 'HOURS');
