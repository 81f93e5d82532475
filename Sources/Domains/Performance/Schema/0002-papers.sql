-- What frozen scorecards showed, by its SHA-256: the record of the scorecard holds the digest, and so does its fact.
CREATE TABLE performance_paper (
    digest  TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
    content TEXT NOT NULL CHECK (length(content) BETWEEN 1 AND 4000000)
);
