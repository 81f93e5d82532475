-- Figures are not statements: they are brought by imports, never overwritten, and each says which import brought it.

-- One file read through one mapping. Until it is taken, nothing of it is seen; one that is left is cleared away.
CREATE TABLE needs_import (
    number     INTEGER NOT NULL PRIMARY KEY,
    mapping    TEXT    NOT NULL,
    file       TEXT    NOT NULL,
    digest     TEXT    NOT NULL,
    begun_at   TIMESTAMPTZ NOT NULL,
    begun_by   TEXT    NOT NULL,
    -- The last import that had been taken when this one was begun: a later one makes its comparison stale.
    after      INTEGER NOT NULL,
    read_at    TIMESTAMPTZ,
    taken_at   TIMESTAMPTZ,
    taken_by   TEXT,
    rows_read  INTEGER NOT NULL DEFAULT 0,
    added      INTEGER NOT NULL DEFAULT 0,
    changed    INTEGER NOT NULL DEFAULT 0,
    unchanged  INTEGER NOT NULL DEFAULT 0,
    refused    INTEGER NOT NULL DEFAULT 0,
    warned     INTEGER NOT NULL DEFAULT 0,
    -- Remarks past the limit, which are counted and not kept.
    left_out   INTEGER NOT NULL DEFAULT 0
);

-- What a person should know of its rows: those refused, warned of and changed, up to a limit.
CREATE TABLE needs_import_line (
    source   INTEGER NOT NULL REFERENCES needs_import (number),
    position INTEGER NOT NULL,
    outcome  TEXT    NOT NULL CHECK (outcome IN ('refused', 'warned', 'changed')),
    -- The first line it is said of, and of how many cells.
    line     INTEGER NOT NULL,
    times    INTEGER NOT NULL,
    heading  TEXT    NOT NULL,
    words    TEXT    NOT NULL,
    PRIMARY KEY (source, position)
);

-- What an import brings besides figures, until it is taken: measures, areas, neighbours, each a JSON object.
CREATE TABLE needs_import_part (
    source   INTEGER NOT NULL REFERENCES needs_import (number),
    position INTEGER NOT NULL,
    sort     TEXT    NOT NULL CHECK (sort IN ('measure', 'area', 'neighbour')),
    content  TEXT    NOT NULL,
    PRIMARY KEY (source, position)
);

-- Places that figures are of. Wards and committees' areas of the city have the codes of their records.
CREATE TABLE needs_area (
    code     TEXT NOT NULL PRIMARY KEY,
    name     TEXT NOT NULL,
    level    TEXT NOT NULL,
    old_code TEXT,
    within   TEXT
);

-- Which authorities the Department for Education finds most alike, by edition; place 1 is the nearest.
CREATE TABLE needs_neighbour (
    edition   TEXT    NOT NULL,
    area      TEXT    NOT NULL,
    place     INTEGER NOT NULL,
    neighbour TEXT    NOT NULL,
    PRIMARY KEY (edition, area, place)
);

CREATE TABLE needs_period (
    id        INTEGER NOT NULL PRIMARY KEY,
    from_day  DATE    NOT NULL,
    until_day DATE    NOT NULL,
    UNIQUE (from_day, until_day),
    CHECK (until_day > from_day)
);

CREATE TABLE needs_series (
    id        INTEGER NOT NULL PRIMARY KEY,
    measure   TEXT    NOT NULL,
    area      TEXT    NOT NULL,
    breakdown TEXT    NOT NULL,
    UNIQUE (measure, area, breakdown)
);
CREATE INDEX needs_series_area ON needs_series (area);

-- A value is the digits that were published and how many of them stand after the point, so that nothing is rounded;
-- or else a mark, with what its publisher means by it. Never both, and never nought for a mark.
CREATE TABLE needs_observation (
    series      INTEGER NOT NULL REFERENCES needs_series (id),
    period      INTEGER NOT NULL REFERENCES needs_period (id),
    source      INTEGER NOT NULL REFERENCES needs_import (number),
    label       TEXT    NOT NULL,
    mantissa    INTEGER,
    decimals    INTEGER,
    mark        TEXT,
    meaning     TEXT,
    numerator   INTEGER,
    denominator INTEGER,
    PRIMARY KEY (series, period, source),
    CHECK ((mantissa IS NULL) = (decimals IS NULL) AND (mark IS NULL) = (meaning IS NULL)
        AND (mantissa IS NULL) <> (mark IS NULL))
);
-- One file may say two things of one figure: then neither is taken, and its meaning is 'contradicted' until then.
CREATE INDEX needs_observation_source ON needs_observation (source);
