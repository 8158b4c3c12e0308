-- Until when the residents of a campaign's teams are asked, and the survey its launch has opened.
alter table campaign add column survey_until date;
alter table campaign add column survey_id uuid references survey;
