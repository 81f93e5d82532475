CREATE TABLE plan_plan (
    id                   TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version              INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day             DATE,
    until_day            DATE,
    attested_day         DATE,
    provenance           TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources              TEXT NOT NULL,
    note                 TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name                 TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    type                 TEXT NOT NULL CHECK (type IN ('cypp', 'area-delivery')),
    owner                TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    area                 TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    starts               DATE,
    ends                 DATE,
    under                TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    edition              INTEGER CHECK (edition BETWEEN 1 AND 1000),
    revises              TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    vision               TEXT CHECK (length(vision) BETWEEN 1 AND 2000),
    plain_words          TEXT CHECK (length(plain_words) BETWEEN 1 AND 4000),
    young_words          TEXT CHECK (length(young_words) BETWEEN 1 AND 2000),
    state                TEXT CHECK (state IN ('draft', 'consultation', 'agreed', 'published', 'superseded', 'closed')),
    consulted_from       DATE,
    consulted_until      DATE,
    agreed               DATE,
    agreed_by            TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    published            DATE,
    published_month_only BOOLEAN,
    review_due           DATE,
    closed               DATE,
    closed_because       TEXT CHECK (length(closed_because) BETWEEN 1 AND 1000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX plan_plan_owner ON plan_plan (owner);
CREATE INDEX plan_plan_area ON plan_plan (area);
CREATE INDEX plan_plan_under ON plan_plan (under);
CREATE INDEX plan_plan_revises ON plan_plan (revises);
CREATE INDEX plan_plan_agreed_by ON plan_plan (agreed_by);

CREATE TABLE plan_plan_section (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    plan         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    part         TEXT NOT NULL CHECK (part IN ('vision', 'outcomes', 'needs', 'actions', 'joint-planning', 'performance', 'consultation', 'budget', 'co-operation', 'priorities', 'integration', 'early', 'safeguarding', 'poverty', 'workforce', 'resources')),
    text         TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 20000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX plan_plan_section_plan ON plan_plan_section (plan);

CREATE TABLE plan_outcome (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    plan         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    number       INTEGER CHECK (number BETWEEN 1 AND 1000),
    five         TEXT CHECK (five LIKE '["%"]'),
    about        TEXT CHECK (length(about) BETWEEN 1 AND 4000),
    young_words  TEXT CHECK (length(young_words) BETWEEN 1 AND 600),
    continues    TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX plan_outcome_plan ON plan_outcome (plan);
CREATE INDEX plan_outcome_continues ON plan_outcome (continues);

CREATE TABLE plan_priority (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    plan         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    outcome      TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    number       INTEGER CHECK (number BETWEEN 1 AND 1000),
    about        TEXT CHECK (length(about) BETWEEN 1 AND 4000),
    young_words  TEXT CHECK (length(young_words) BETWEEN 1 AND 600),
    accountable  TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    overseen_by  TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    decision     TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    picks_up     TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    continues    TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX plan_priority_plan ON plan_priority (plan);
CREATE INDEX plan_priority_outcome ON plan_priority (outcome);
CREATE INDEX plan_priority_accountable ON plan_priority (accountable);
CREATE INDEX plan_priority_overseen_by ON plan_priority (overseen_by);
CREATE INDEX plan_priority_decision ON plan_priority (decision);
CREATE INDEX plan_priority_picks_up ON plan_priority (picks_up);
CREATE INDEX plan_priority_continues ON plan_priority (continues);

CREATE TABLE plan_plan_need (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    priority     TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    evidence     TEXT CHECK (length(evidence) BETWEEN 1 AND 4000),
    measure      TEXT CHECK (length(measure) BETWEEN 1 AND 60),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX plan_plan_need_priority ON plan_plan_need (priority);

CREATE TABLE plan_success_measure (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    priority     TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    measure      TEXT CHECK (length(measure) BETWEEN 1 AND 60),
    aim          TEXT CHECK (length(aim) BETWEEN 1 AND 200),
    "by"         DATE,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX plan_success_measure_priority ON plan_success_measure (priority);

CREATE TABLE plan_plan_action (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    priority     TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    owner        TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    due          DATE,
    state        TEXT CHECK (state IN ('open', 'done', 'dropped')),
    done         DATE,
    evidence     TEXT CHECK (length(evidence) BETWEEN 1 AND 2000),
    decision     TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX plan_plan_action_priority ON plan_plan_action (priority);
CREATE INDEX plan_plan_action_owner ON plan_plan_action (owner);
CREATE INDEX plan_plan_action_decision ON plan_plan_action (decision);

CREATE TABLE plan_plan_resource (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    plan         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    priority     TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    organisation TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    pounds       INTEGER CHECK (pounds BETWEEN 0 AND 2000000000),
    pooled       BOOLEAN,
    about        TEXT CHECK (length(about) BETWEEN 1 AND 2000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX plan_plan_resource_plan ON plan_plan_resource (plan);
CREATE INDEX plan_plan_resource_priority ON plan_plan_resource (priority);
CREATE INDEX plan_plan_resource_organisation ON plan_plan_resource (organisation);

CREATE TABLE plan_plan_consultation (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    plan         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    consultees   TEXT NOT NULL CHECK (consultees LIKE '["%"]'),
    "with"       TEXT CHECK (length("with") BETWEEN 1 AND 2000),
    how          TEXT CHECK (length(how) BETWEEN 1 AND 2000),
    invited      DATE,
    responded    DATE,
    count        INTEGER CHECK (count BETWEEN 0 AND 100000000),
    count_is     TEXT CHECK (count_is IN ('exactly', 'about', 'over', 'under')),
    said         TEXT CHECK (length(said) BETWEEN 1 AND 8000),
    changed      TEXT CHECK (length(changed) BETWEEN 1 AND 4000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX plan_plan_consultation_plan ON plan_plan_consultation (plan);

CREATE TABLE plan_plan_agreement (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    plan         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    body         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    "on"         DATE NOT NULL,
    what         TEXT NOT NULL CHECK (what IN ('plan', 'draft', 'recommended', 'supported')),
    decision     TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    wording      TEXT CHECK (length(wording) BETWEEN 1 AND 4000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX plan_plan_agreement_plan ON plan_plan_agreement (plan);
CREATE INDEX plan_plan_agreement_body ON plan_plan_agreement (body);
CREATE INDEX plan_plan_agreement_decision ON plan_plan_agreement (decision);

CREATE TABLE plan_plan_review (
    id               TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version          INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day         DATE,
    until_day        DATE,
    attested_day     DATE,
    provenance       TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources          TEXT NOT NULL,
    note             TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    plan             TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    "on"             DATE NOT NULL,
    sort             TEXT NOT NULL CHECK (sort IN ('monitoring', 'review')),
    body             TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    decision         TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    found            TEXT NOT NULL CHECK (length(found) BETWEEN 1 AND 8000),
    outcome          TEXT CHECK (outcome IN ('goes-on', 'revise', 'close')),
    report_published DATE,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX plan_plan_review_plan ON plan_plan_review (plan);
CREATE INDEX plan_plan_review_body ON plan_plan_review (body);
CREATE INDEX plan_plan_review_decision ON plan_plan_review (decision);
