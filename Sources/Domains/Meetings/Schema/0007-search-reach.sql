-- Whether a thing has another word that its reader may find it by is told from the index alone.
DROP INDEX meetings_word_subject;
CREATE INDEX meetings_word_subject ON meetings_word (subject, word, open_from, body);
