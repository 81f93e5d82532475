-- Figures are not statements: each file is loaded whole, and replaced whole by a better one.

-- What was loaded. The digest tells whether a file says anything new.
CREATE TABLE places_figures (
    name        TEXT    NOT NULL PRIMARY KEY,
    title       TEXT    NOT NULL,
    file        TEXT    NOT NULL,
    digest      TEXT    NOT NULL,
    entries     INTEGER NOT NULL
);

-- Lower-layer super output areas, and the ward each lies in while the look-up holds.
CREATE TABLE places_small_area (
    code        TEXT NOT NULL,
    ward        TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    valid_from  DATE NOT NULL,
    valid_until DATE,
    PRIMARY KEY (code, ward),
    CHECK (valid_until IS NULL OR valid_until > valid_from)
);
CREATE INDEX places_small_area_by_ward ON places_small_area (ward);

-- People by single year of age; 90 stands for 90 and over.
CREATE TABLE places_population (
    on_day     DATE    NOT NULL,
    small_area TEXT    NOT NULL,
    age        INTEGER NOT NULL CHECK (age BETWEEN 0 AND 90),
    persons    INTEGER NOT NULL CHECK (persons >= 0),
    PRIMARY KEY (on_day, small_area, age)
);

-- The same summed through the look-up, so that a page about a city reads thousands of rows and not tens of thousands.
-- Made anew whenever either side of the sum is loaded.
CREATE TABLE places_ward_population (
    ward    TEXT    NOT NULL,
    on_day  DATE    NOT NULL,
    age     INTEGER NOT NULL,
    persons INTEGER NOT NULL,
    PRIMARY KEY (ward, on_day, age)
);

-- Rings of points in hundred-thousandths of a degree, thinned for drawing: see Outline.swift.
CREATE TABLE places_boundary (
    area    TEXT NOT NULL PRIMARY KEY REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    outline TEXT NOT NULL
);
