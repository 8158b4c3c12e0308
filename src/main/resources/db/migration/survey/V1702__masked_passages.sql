-- What was left out of a free text, one passage a line, so that publishing it again leaves it out again. Of texts published
-- before, nobody knows what it was: they are read over once more.
set local capaccueil.scope = '*';

alter table survey_comment add column masked text not null default '';
update survey_comment set state = 'RECEIVED', shown = null, version = version + 1
    where state = 'PUBLISHED' and shown <> written;
