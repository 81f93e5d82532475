-- What the search of meetings looks in: made from the records after each change of them, and made anew from nothing when
-- it is emptied. One row a thing; one row a word of it, in the order in which it is shown, with what decides who may see
-- it.
CREATE TABLE meetings_found (
    subject      TEXT NOT NULL PRIMARY KEY,
    kind         TEXT NOT NULL,
    meeting      TEXT,
    body         TEXT NOT NULL,
    on_day       DATE NOT NULL,
    title        TEXT NOT NULL,
    public_title TEXT NOT NULL
);
CREATE INDEX meetings_found_meeting ON meetings_found (meeting);
CREATE TABLE meetings_word (
    word      TEXT NOT NULL,
    on_day    DATE NOT NULL,
    subject   TEXT NOT NULL,
    body      TEXT NOT NULL,
    open_from DATE,
    PRIMARY KEY (word, on_day, subject)
);
CREATE INDEX meetings_word_subject ON meetings_word (subject, word);
CREATE TABLE meetings_indexed (
    one      INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    position INTEGER NOT NULL
);
