-- Whether a thing has another word that its reader may find it by is told from this index alone, and beside the place
-- where the first word was found: things of one day stand together in it.
CREATE INDEX meetings_word_reach ON meetings_word (word, on_day, subject, open_from, body);
