-- « reception » finds « réception »: both are read without their accents.
create function without_accents(words text) returns text language sql immutable strict parallel safe as $$
    select translate(replace(replace(lower(words), 'œ', 'oe'), 'æ', 'ae'),
                     'àâäáãçèéêëìíîïñòóôöõùúûüÿ', 'aaaaaceeeeiiiinooooouuuuy') $$;

drop index survey_comment_words;
create index survey_comment_words on survey_comment
    using gin (to_tsvector('french', without_accents(coalesce(shown, written))));
