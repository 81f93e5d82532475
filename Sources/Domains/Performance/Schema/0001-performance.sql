CREATE TABLE performance_indicator (
    id              TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version         INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day        DATE,
    until_day       DATE,
    attested_day    DATE,
    provenance      TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources         TEXT NOT NULL,
    note            TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name            TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 250),
    code            TEXT CHECK (length(code) BETWEEN 1 AND 20),
    "set"           TEXT CHECK ("set" IN ('national', 'today', 'local')),
    priority        TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    measure         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    place           TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 40),
    breakdown       TEXT CHECK (length(breakdown) BETWEEN 1 AND 250),
    definition      TEXT CHECK (length(definition) BETWEEN 1 AND 4000),
    evidence        TEXT CHECK (evidence IN ('verified', 'unverified')),
    polarity        TEXT CHECK (polarity IN ('high', 'low', 'band', 'neither')),
    band_from       TEXT CHECK (length(band_from) BETWEEN 1 AND 20),
    band_to         TEXT CHECK (length(band_to) BETWEEN 1 AND 20),
    baseline        TEXT CHECK (length(baseline) BETWEEN 1 AND 20),
    baseline_period TEXT CHECK (length(baseline_period) BETWEEN 1 AND 40),
    target          TEXT CHECK (length(target) BETWEEN 1 AND 20),
    target_by       DATE,
    trajectory      TEXT CHECK (length(trajectory) BETWEEN 1 AND 2000),
    tolerance       TEXT CHECK (length(tolerance) BETWEEN 1 AND 20),
    owner           TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    overseer        TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    cycle           INTEGER CHECK (cycle BETWEEN 1 AND 24),
    stale_after     INTEGER CHECK (stale_after BETWEEN 1 AND 120),
    chart           TEXT CHECK (chart IN ('xmr', 'p', 'u', 'run')),
    published       DATE,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX performance_indicator_priority ON performance_indicator (priority);
CREATE INDEX performance_indicator_measure ON performance_indicator (measure);
CREATE INDEX performance_indicator_owner ON performance_indicator (owner);
CREATE INDEX performance_indicator_overseer ON performance_indicator (overseer);

CREATE TABLE performance_narrative (
    id            TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version       INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day      DATE,
    until_day     DATE,
    attested_day  DATE,
    provenance    TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources       TEXT NOT NULL,
    note          TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    indicator     TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    period        TEXT NOT NULL CHECK (length(period) BETWEEN 1 AND 40),
    text          TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    action        TEXT CHECK (length(action) BETWEEN 1 AND 2000),
    author        TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    approved      DATE,
    approved_by   TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    rating        TEXT CHECK (rating IN ('on-target', 'near', 'off-target')),
    rating_reason TEXT CHECK (length(rating_reason) BETWEEN 1 AND 1000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX performance_narrative_indicator ON performance_narrative (indicator);
CREATE INDEX performance_narrative_author ON performance_narrative (author);
CREATE INDEX performance_narrative_approved_by ON performance_narrative (approved_by);

CREATE TABLE performance_chart_rebase (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    indicator    TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    period       TEXT NOT NULL CHECK (length(period) BETWEEN 1 AND 40),
    reason       TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    "by"         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    decided      DATE NOT NULL,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX performance_chart_rebase_indicator ON performance_chart_rebase (indicator);
CREATE INDEX performance_chart_rebase_by ON performance_chart_rebase ("by");

CREATE TABLE performance_scorecard (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 250),
    body         TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    meeting      TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    drawn        DATE NOT NULL,
    digest       TEXT NOT NULL CHECK (length(digest) BETWEEN 1 AND 64),
    indicators   TEXT CHECK (indicators LIKE '["%"]'),
    stale        TEXT CHECK (stale LIKE '["%"]'),
    published    DATE,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX performance_scorecard_body ON performance_scorecard (body);
CREATE INDEX performance_scorecard_meeting ON performance_scorecard (meeting);
