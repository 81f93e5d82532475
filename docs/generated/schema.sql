-- Written by bin/golden from a freshly migrated database.

CREATE TABLE arrangements_absence (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    body         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    organisation TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    months       INTEGER NOT NULL CHECK (months BETWEEN 1 AND 600),
    comparator   TEXT CHECK (comparator IN ('exactly', 'under', 'over', 'nearly', 'about')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX arrangements_absence_body ON arrangements_absence (body);

CREATE INDEX arrangements_absence_organisation ON arrangements_absence (organisation);

CREATE TABLE arrangements_answer (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    concern      TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    done         TEXT NOT NULL CHECK (length(done) BETWEEN 1 AND 2000),
    outcome      TEXT NOT NULL CHECK (outcome IN ('done', 'under-way', 'not-known', 'not-accepted')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX arrangements_answer_concern ON arrangements_answer (concern);

CREATE TABLE arrangements_attendance (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    body         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    measure      TEXT NOT NULL CHECK (measure IN ('regular', 'meeting')),
    percent      INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
    comparator   TEXT CHECK (comparator IN ('exactly', 'under', 'over', 'nearly', 'about')),
    meeting      DATE CHECK (meeting IS date(meeting, '+0 days')),
    trend        TEXT CHECK (trend IN ('better', 'steady', 'worse')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX arrangements_attendance_body ON arrangements_attendance (body);

CREATE TABLE "arrangements_body" (
    id                 TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version            INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day           DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day          DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day       DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance         TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern',
        'proposed', 'assumption')),
    sources            TEXT NOT NULL,
    note               TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name               TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    short              TEXT CHECK (length(short) BETWEEN 1 AND 40),
    type               TEXT NOT NULL CHECK (type IN ('partnership', 'board', 'statutory-board', 'commissioning-group',
        'leadership-team', 'unit', 'area-partnership', 'cluster-partnership', 'locality-group', 'full-council',
        'executive', 'committee', 'scrutiny', 'company-board', 'councillors-group', 'support-function', 'sub-group')),
    statutory          TEXT CHECK (statutory IN ('childrens-trust-board', 'local-safeguarding-children-board',
        'safeguarding-partners', 'executive', 'overview-and-scrutiny')),
    host               TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    part_of            TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    area               TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    level              TEXT CHECK (level IN ('city', 'area', 'cluster', 'neighbourhood')),
    stands_for         INTEGER CHECK (stands_for BETWEEN 1 AND 10000),
    of_trust           BOOLEAN CHECK (of_trust IN (0, 1)),
    appointed_chair_by TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    chair_consulted    BOOLEAN CHECK (chair_consulted IN (0, 1)),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX arrangements_body_appointed_chair_by ON arrangements_body (appointed_chair_by);

CREATE INDEX arrangements_body_area ON arrangements_body (area);

CREATE INDEX arrangements_body_host ON arrangements_body (host);

CREATE INDEX arrangements_body_part_of ON arrangements_body (part_of);

CREATE TABLE arrangements_concern (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    about        TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    topic        TEXT NOT NULL CHECK (topic IN ('support-capacity', 'leadership-team', 'member-engagement', 'performance-management', 'voluntary-sector', 'board-membership', 'chair-accountability', 'attendance-of-chair', 'locality-groups', 'recruitment', 'reach', 'portfolios', 'shared-leadership', 'commissioning-role', 'priority', 'locality-balance', 'workload', 'capacity', 'crowded-governance', 'thresholds', 'provision', 'integration', 'resources', 'young-people', 'transition', 'risk-factor', 'other')),
    said_by      TEXT NOT NULL CHECK (length(said_by) BETWEEN 1 AND 200),
    mend         TEXT CHECK (length(mend) BETWEEN 1 AND 500),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX arrangements_concern_about ON arrangements_concern (about);

CREATE TABLE "arrangements_decision" (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed',
        'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    body         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    "on"         DATE CHECK ("on" IS date("on", '+0 days')),
    minute       TEXT CHECK (length(minute) BETWEEN 1 AND 40),
    about        TEXT CHECK (about LIKE '["%"]'),
    approves     TEXT CHECK (approves IN ('childrens-trust-board', 'local-safeguarding-children-board',
        'safeguarding-partners', 'executive', 'overview-and-scrutiny')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX arrangements_decision_body ON arrangements_decision (body);

CREATE TABLE arrangements_judgement (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    function     TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    "by"         TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    published    DATE CHECK (published IS date(published, '+0 days')),
    verdict      TEXT NOT NULL CHECK (verdict IN ('favourable', 'mixed', 'adverse', 'not-known')),
    finding      TEXT CHECK (length(finding) BETWEEN 1 AND 1000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX arrangements_judgement_by ON arrangements_judgement ("by");

CREATE INDEX arrangements_judgement_function ON arrangements_judgement (function);

CREATE TABLE arrangements_programme (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    owner        TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    overseen_by  TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX arrangements_programme_overseen_by ON arrangements_programme (overseen_by);

CREATE INDEX arrangements_programme_owner ON arrangements_programme (owner);

CREATE TABLE arrangements_project (
    id                 TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version            INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day           DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day          DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day       DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance         TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources            TEXT NOT NULL,
    note               TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name               TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    programme          TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    programme_standing TEXT CHECK (programme_standing IN ('holds', 'lacking', 'unclear')),
    function           TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    owner              TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    stands_for         INTEGER CHECK (stands_for BETWEEN 1 AND 10000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX arrangements_project_function ON arrangements_project (function);

CREATE INDEX arrangements_project_owner ON arrangements_project (owner);

CREATE INDEX arrangements_project_programme ON arrangements_project (programme);

CREATE TABLE arrangements_remit (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    body         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    function     TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    role         TEXT NOT NULL CHECK (role IN ('decides', 'develops-policy', 'commissions', 'oversees', 'challenges', 'manages', 'co-ordinates', 'scrutinises', 'supports')),
    core         BOOLEAN CHECK (core IN (0, 1)),
    area         TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX arrangements_remit_area ON arrangements_remit (area);

CREATE INDEX arrangements_remit_body ON arrangements_remit (body);

CREATE INDEX arrangements_remit_function ON arrangements_remit (function);

CREATE TABLE arrangements_report_count (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    body         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    function     TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    number       INTEGER NOT NULL CHECK (number BETWEEN 0 AND 10000),
    since        DATE CHECK (since IS date(since, '+0 days')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX arrangements_report_count_body ON arrangements_report_count (body);

CREATE INDEX arrangements_report_count_function ON arrangements_report_count (function);

CREATE TABLE arrangements_reporting_line (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    from_body    TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    "to"         TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    type         TEXT CHECK (type IN ('reports', 'accountable', 'advises', 'scrutinised')),
    standing     TEXT CHECK (standing IN ('holds', 'lacking', 'unclear')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX arrangements_reporting_line_from_body ON arrangements_reporting_line (from_body);

CREATE INDEX arrangements_reporting_line_to ON arrangements_reporting_line ("to");

CREATE TABLE arrangements_scenario (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    summary      TEXT CHECK (length(summary) BETWEEN 1 AND 2000),
    "on"         DATE CHECK ("on" IS date("on", '+0 days')),
    "view"       TEXT CHECK ("view" IN ('recommended', 'open', 'not-recommended')),
    view_reason  TEXT CHECK (length(view_reason) BETWEEN 1 AND 2000),
    risk         TEXT CHECK (length(risk) BETWEEN 1 AND 300),
    changes      TEXT CHECK (length(changes) BETWEEN 1 AND 200000),
    people       TEXT CHECK (length(people) BETWEEN 1 AND 300),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE TABLE arrangements_seat (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    body         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    role         TEXT NOT NULL CHECK (role IN ('chair', 'deputy-chair', 'member', 'attendee', 'adviser', 'observer')),
    organisation TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    post         TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    person       TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    sector       TEXT CHECK (sector IN ('local-authority', 'health', 'education', 'police', 'probation', 'youth-justice', 'employment-skills', 'voluntary', 'faith', 'independent', 'business', 'government', 'inspection', 'community', 'cross-sector')),
    represents   TEXT CHECK (represents LIKE '["%"]'),
    title        TEXT CHECK (length(title) BETWEEN 1 AND 200),
    seniority    TEXT CHECK (seniority IN ('elected', 'chief-executive', 'director', 'chair', 'deputy-director', 'chief-officer', 'head', 'manager', 'practitioner')),
    number       INTEGER CHECK (number BETWEEN 1 AND 1000),
    standing     TEXT CHECK (standing IN ('filled', 'vacant', 'lacking')),
    independent  BOOLEAN CHECK (independent IN (0, 1)),
    lay          BOOLEAN CHECK (lay IN (0, 1)),
    area         TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    consulted    DATE CHECK (consulted IS date(consulted, '+0 days')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX arrangements_seat_area ON arrangements_seat (area);

CREATE INDEX arrangements_seat_body ON arrangements_seat (body);

CREATE INDEX arrangements_seat_organisation ON arrangements_seat (organisation);

CREATE INDEX arrangements_seat_person ON arrangements_seat (person);

CREATE INDEX arrangements_seat_post ON arrangements_seat (post);

CREATE TABLE arrangements_size (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    body         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    members      INTEGER NOT NULL CHECK (members BETWEEN 0 AND 10000),
    counted_from TEXT CHECK (length(counted_from) BETWEEN 1 AND 200),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX arrangements_size_body ON arrangements_size (body);

CREATE TABLE arrangements_state (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    "on"         DATE CHECK ("on" IS date("on", '+0 days')) NOT NULL,
    carried_from DATE CHECK (carried_from IS date(carried_from, '+0 days')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE TABLE arrangements_terms (
    id             TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version        INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day       DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day      DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day   DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance     TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources        TEXT NOT NULL,
    note           TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    body           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    agreed         DATE CHECK (agreed IS date(agreed, '+0 days')),
    agreed_by      TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    purpose        TEXT CHECK (length(purpose) BETWEEN 1 AND 2000),
    purpose_said   TEXT CHECK (purpose_said IN ('said', 'insufficient', 'unclear', 'missing')),
    functions_said TEXT CHECK (functions_said IN ('said', 'insufficient', 'unclear', 'missing')),
    how            TEXT CHECK (length(how) BETWEEN 1 AND 2000),
    how_said       TEXT CHECK (how_said IN ('said', 'insufficient', 'unclear', 'missing')),
    measures       TEXT CHECK (length(measures) BETWEEN 1 AND 2000),
    measures_said  TEXT CHECK (measures_said IN ('said', 'insufficient', 'unclear', 'missing')),
    member_limit   INTEGER CHECK (member_limit BETWEEN 1 AND 1000),
    quorum         INTEGER CHECK (quorum BETWEEN 1 AND 1000),
    escalates_to   TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    review_by      DATE CHECK (review_by IS date(review_by, '+0 days')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX arrangements_terms_agreed_by ON arrangements_terms (agreed_by);

CREATE INDEX arrangements_terms_body ON arrangements_terms (body);

CREATE INDEX arrangements_terms_escalates_to ON arrangements_terms (escalates_to);

CREATE TABLE arrangements_threshold (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    rule         TEXT NOT NULL CHECK (rule IN ('attendance-percent', 'absence-months', 'reporting-cycle-months', 'trust-board-duty-ends')),
    value        INTEGER NOT NULL CHECK (value BETWEEN 0 AND 99999999),
    agreed_by    TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX arrangements_threshold_agreed_by ON arrangements_threshold (agreed_by);

CREATE TABLE drafts_draft (
    owner   TEXT NOT NULL CHECK (length(owner) BETWEEN 1 AND 200),
    form    TEXT NOT NULL CHECK (length(form) BETWEEN 1 AND 500),
    title   TEXT NOT NULL CHECK (length(title) <= 300),
    fields  TEXT NOT NULL,
    kept_at TIMESTAMPTZ CHECK (kept_at IS NULL OR (kept_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(kept_at, 12, 2) < '24' AND substr(kept_at, 1, 10) IS date(substr(kept_at, 1, 10), '+0 days'))) NOT NULL,
    PRIMARY KEY (owner, form)
);

CREATE INDEX drafts_draft_kept_at ON drafts_draft (kept_at);

CREATE TABLE files_file (
    digest     TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
    type       TEXT NOT NULL,
    length     INTEGER NOT NULL CHECK (length > 0),
    scanned_at TIMESTAMPTZ CHECK (scanned_at IS NULL OR (scanned_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(scanned_at, 12, 2) < '24' AND substr(scanned_at, 1, 10) IS date(substr(scanned_at, 1, 10), '+0 days'))),
    kept_at    TIMESTAMPTZ CHECK (kept_at IS NULL OR (kept_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(kept_at, 12, 2) < '24' AND substr(kept_at, 1, 10) IS date(substr(kept_at, 1, 10), '+0 days'))) NOT NULL
);

CREATE TABLE files_piece (
    digest TEXT NOT NULL REFERENCES files_file (digest) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 0),
    bytes  BLOB NOT NULL,
    PRIMARY KEY (digest, number)
);

CREATE TABLE files_removed (
    digest     TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
    length     INTEGER NOT NULL CHECK (length > 0),
    because    TEXT NOT NULL CHECK (length(because) BETWEEN 1 AND 1000),
    removed_at TIMESTAMPTZ CHECK (removed_at IS NULL OR (removed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(removed_at, 12, 2) < '24' AND substr(removed_at, 1, 10) IS date(substr(removed_at, 1, 10), '+0 days'))) NOT NULL
);

CREATE TABLE files_use (
    digest       TEXT NOT NULL REFERENCES files_file (digest),
    subject_kind TEXT NOT NULL,
    subject_id   TEXT NOT NULL,
    PRIMARY KEY (subject_kind, subject_id, digest)
);

CREATE INDEX files_use_digest ON files_use (digest);

CREATE TABLE identity_account (
    id           TEXT NOT NULL PRIMARY KEY,
    person       TEXT NOT NULL UNIQUE REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    email        TEXT NOT NULL,
    email_folded TEXT NOT NULL UNIQUE,
    password     TEXT,
    directory_id TEXT UNIQUE,
    code_key     BLOB,
    code_at      TIMESTAMPTZ CHECK (code_at IS NULL OR (code_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(code_at, 12, 2) < '24' AND substr(code_at, 1, 10) IS date(substr(code_at, 1, 10), '+0 days'))),
    code_step    INTEGER NOT NULL DEFAULT 0,
    made_at      TIMESTAMPTZ CHECK (made_at IS NULL OR (made_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(made_at, 12, 2) < '24' AND substr(made_at, 1, 10) IS date(substr(made_at, 1, 10), '+0 days'))) NOT NULL,
    came_at      TIMESTAMPTZ CHECK (came_at IS NULL OR (came_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(came_at, 12, 2) < '24' AND substr(came_at, 1, 10) IS date(substr(came_at, 1, 10), '+0 days'))),
    disabled_at  TIMESTAMPTZ CHECK (disabled_at IS NULL OR (disabled_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(disabled_at, 12, 2) < '24' AND substr(disabled_at, 1, 10) IS date(substr(disabled_at, 1, 10), '+0 days')))
, code_seal BLOB);

CREATE TABLE identity_pending (
    digest  BLOB NOT NULL PRIMARY KEY,
    kind    TEXT NOT NULL CHECK (kind IN ('directory', 'form')),
    content TEXT NOT NULL,
    ends_at TIMESTAMPTZ CHECK (ends_at IS NULL OR (ends_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(ends_at, 12, 2) < '24' AND substr(ends_at, 1, 10) IS date(substr(ends_at, 1, 10), '+0 days'))) NOT NULL
);

CREATE TABLE identity_recovery (
    digest  BLOB NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES identity_account (id)
);

CREATE INDEX identity_recovery_account ON identity_recovery (account);

CREATE TABLE identity_session (
    digest    BLOB NOT NULL PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    account   TEXT NOT NULL REFERENCES identity_account (id),
    way       TEXT NOT NULL CHECK (way IN ('password', 'directory')),
    browser   TEXT NOT NULL,
    made_at   TIMESTAMPTZ CHECK (made_at IS NULL OR (made_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(made_at, 12, 2) < '24' AND substr(made_at, 1, 10) IS date(substr(made_at, 1, 10), '+0 days'))) NOT NULL,
    seen_at   TIMESTAMPTZ CHECK (seen_at IS NULL OR (seen_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(seen_at, 12, 2) < '24' AND substr(seen_at, 1, 10) IS date(substr(seen_at, 1, 10), '+0 days'))) NOT NULL,
    ends_at   TIMESTAMPTZ CHECK (ends_at IS NULL OR (ends_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(ends_at, 12, 2) < '24' AND substr(ends_at, 1, 10) IS date(substr(ends_at, 1, 10), '+0 days'))) NOT NULL,
    proven_at TIMESTAMPTZ CHECK (proven_at IS NULL OR (proven_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(proven_at, 12, 2) < '24' AND substr(proven_at, 1, 10) IS date(substr(proven_at, 1, 10), '+0 days')))
);

CREATE INDEX identity_session_account ON identity_session (account);

CREATE TABLE identity_ticket (
    digest  BLOB NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES identity_account (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('invitation', 'reset')),
    ends_at TIMESTAMPTZ CHECK (ends_at IS NULL OR (ends_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(ends_at, 12, 2) < '24' AND substr(ends_at, 1, 10) IS date(substr(ends_at, 1, 10), '+0 days'))) NOT NULL
);

CREATE INDEX identity_ticket_account ON identity_ticket (account);

CREATE TABLE identity_token (
    digest  BLOB NOT NULL PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL REFERENCES identity_account (id),
    name    TEXT NOT NULL,
    scopes  TEXT NOT NULL,
    made_at TIMESTAMPTZ CHECK (made_at IS NULL OR (made_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(made_at, 12, 2) < '24' AND substr(made_at, 1, 10) IS date(substr(made_at, 1, 10), '+0 days'))) NOT NULL,
    ends_on DATE CHECK (ends_on IS date(ends_on, '+0 days')) NOT NULL,
    used_on DATE CHECK (used_on IS date(used_on, '+0 days'))
);

CREATE INDEX identity_token_account ON identity_token (account);

CREATE TABLE identity_try (
    key   TEXT NOT NULL PRIMARY KEY,
    count INTEGER NOT NULL,
    since TIMESTAMPTZ CHECK (since IS NULL OR (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(since, 12, 2) < '24' AND substr(since, 1, 10) IS date(substr(since, 1, 10), '+0 days'))) NOT NULL,
    last  TIMESTAMPTZ CHECK (last IS NULL OR (last GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(last, 12, 2) < '24' AND substr(last, 1, 10) IS date(substr(last, 1, 10), '+0 days'))) NOT NULL
);

CREATE TABLE interests_sensitive_interest (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    declaration  TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    person       TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    details      BLOB NOT NULL CHECK (length(details) > 32),
    danger       BLOB NOT NULL CHECK (length(danger) > 32),
    agreed       DATE CHECK (agreed IS date(agreed, '+0 days')) NOT NULL,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX interests_sensitive_interest_declaration ON interests_sensitive_interest (declaration);

CREATE INDEX interests_sensitive_interest_person ON interests_sensitive_interest (person);

CREATE TABLE jobs_job (
    id       TEXT NOT NULL PRIMARY KEY,
    kind     TEXT NOT NULL,
    payload  TEXT NOT NULL,
    state    TEXT NOT NULL CHECK (state IN ('waiting', 'given-up')),
    asked_at TIMESTAMPTZ CHECK (asked_at IS NULL OR (asked_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(asked_at, 12, 2) < '24' AND substr(asked_at, 1, 10) IS date(substr(asked_at, 1, 10), '+0 days'))) NOT NULL,
    due_at   TIMESTAMPTZ CHECK (due_at IS NULL OR (due_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(due_at, 12, 2) < '24' AND substr(due_at, 1, 10) IS date(substr(due_at, 1, 10), '+0 days'))) NOT NULL,
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    holder   TEXT,
    error    TEXT
);

CREATE INDEX jobs_job_due ON jobs_job (due_at, id) WHERE state = 'waiting';

CREATE TABLE ledger_fact (
    number       INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    at           TIMESTAMPTZ CHECK (at IS NULL OR (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(at, 12, 2) < '24' AND substr(at, 1, 10) IS date(substr(at, 1, 10), '+0 days'))) NOT NULL,
    caller       TEXT NOT NULL,
    purpose      TEXT NOT NULL,
    name         TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id   TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    sentence     TEXT NOT NULL,
    record       TEXT,
    digest       BLOB NOT NULL CHECK (length(digest) = 32)
);

CREATE TRIGGER ledger_fact_no_delete BEFORE DELETE ON ledger_fact
BEGIN SELECT RAISE(ABORT, 'The ledger is only ever added to'); END;

CREATE TRIGGER ledger_fact_no_update BEFORE UPDATE ON ledger_fact
BEGIN SELECT RAISE(ABORT, 'The ledger is only ever added to'); END;

CREATE INDEX ledger_fact_subject ON ledger_fact (subject_kind, subject_id, number);

CREATE TABLE ledger_look (
    fact         TEXT NOT NULL PRIMARY KEY,
    looker       TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id   TEXT NOT NULL,
    person       TEXT,
    door         TEXT NOT NULL CHECK (door IN ('page', 'api', 'terminal', 'export'))
);

CREATE INDEX ledger_look_looker ON ledger_look (looker, fact);

CREATE TRIGGER ledger_look_no_delete BEFORE DELETE ON ledger_look
BEGIN SELECT RAISE(ABORT, 'The ledger is only ever added to'); END;

CREATE TRIGGER ledger_look_no_update BEFORE UPDATE ON ledger_look
BEGIN SELECT RAISE(ABORT, 'The ledger is only ever added to'); END;

CREATE INDEX ledger_look_person ON ledger_look (person, fact);

CREATE INDEX ledger_look_subject ON ledger_look (subject_kind, subject_id, fact);

CREATE TABLE ledger_seal (
    position BIGINT NOT NULL PRIMARY KEY CHECK (position > 0),
    fact     BIGINT NOT NULL UNIQUE REFERENCES ledger_fact (number),
    chain    BLOB NOT NULL CHECK (length(chain) = 32)
, change BIGINT);

CREATE TRIGGER ledger_seal_no_delete BEFORE DELETE ON ledger_seal
BEGIN SELECT RAISE(ABORT, 'The ledger is only ever added to'); END;

CREATE TRIGGER ledger_seal_no_update BEFORE UPDATE ON ledger_seal
BEGIN SELECT RAISE(ABORT, 'The ledger is only ever added to'); END;

CREATE TABLE ledger_unsealed (
    fact     BIGINT NOT NULL PRIMARY KEY
);

CREATE TABLE mail_letter (
    id         TEXT NOT NULL PRIMARY KEY,
    job        TEXT NOT NULL,
    recipient  TEXT NOT NULL,
    subject    TEXT NOT NULL,
    body       TEXT,
    written_at TIMESTAMPTZ CHECK (written_at IS NULL OR (written_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(written_at, 12, 2) < '24' AND substr(written_at, 1, 10) IS date(substr(written_at, 1, 10), '+0 days'))) NOT NULL,
    lapses_at  TIMESTAMPTZ CHECK (lapses_at IS NULL OR (lapses_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(lapses_at, 12, 2) < '24' AND substr(lapses_at, 1, 10) IS date(substr(lapses_at, 1, 10), '+0 days'))),
    sent_at    TIMESTAMPTZ CHECK (sent_at IS NULL OR (sent_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(sent_at, 12, 2) < '24' AND substr(sent_at, 1, 10) IS date(substr(sent_at, 1, 10), '+0 days'))),
    keep_until TIMESTAMPTZ CHECK (keep_until IS NULL OR (keep_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(keep_until, 12, 2) < '24' AND substr(keep_until, 1, 10) IS date(substr(keep_until, 1, 10), '+0 days'))) NOT NULL
, sealed_for TEXT);

CREATE INDEX mail_letter_keep ON mail_letter (keep_until);

CREATE TABLE meetings_agenda_item (
    id                    TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version               INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day              DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day             DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day          DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance            TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources               TEXT NOT NULL,
    note                  TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    meeting               TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    number                INTEGER NOT NULL CHECK (number BETWEEN 1 AND 200),
    title                 TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
    route                 TEXT NOT NULL CHECK (route IN ('decision', 'note', 'challenge', 'procedure')),
    procedure             TEXT CHECK (procedure IN ('appeals', 'exclusion', 'late-items', 'declarations', 'apologies', 'minutes', 'matters-arising', 'open-forum')),
    time                  TEXT CHECK (length(time) BETWEEN 1 AND 5),
    minutes               INTEGER CHECK (minutes BETWEEN 1 AND 600),
    presenter             TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    report_of             TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    summary               TEXT CHECK (length(summary) BETWEEN 1 AND 4000),
    added                 DATE CHECK (added IS date(added, '+0 days')),
    late                  BOOLEAN CHECK (late IN (0, 1)),
    special_circumstances TEXT CHECK (length(special_circumstances) BETWEEN 1 AND 1000),
    admitted_by           TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    access                TEXT CHECK (access IN ('open', 'exempt', 'confidential')),
    public_title          TEXT CHECK (length(public_title) BETWEEN 1 AND 300),
    exempt_under          TEXT CHECK (exempt_under IN ('1', '2', '3', '4', '5', '6', '7')),
    exempt_because        TEXT CHECK (length(exempt_because) BETWEEN 1 AND 1000),
    came_from             TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED, reworded DATE CHECK (reworded IS date(reworded, '+0 days')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX meetings_agenda_item_admitted_by ON meetings_agenda_item (admitted_by);

CREATE INDEX meetings_agenda_item_came_from ON meetings_agenda_item (came_from);

CREATE INDEX meetings_agenda_item_meeting ON meetings_agenda_item (meeting);

CREATE INDEX meetings_agenda_item_presenter ON meetings_agenda_item (presenter);

CREATE INDEX meetings_agenda_item_report_of ON meetings_agenda_item (report_of);

CREATE TABLE meetings_call_in (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    resolution   TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    "on"         DATE CHECK ("on" IS date("on", '+0 days')) NOT NULL,
    time         TEXT CHECK (length(time) BETWEEN 1 AND 5),
    "by"         TEXT NOT NULL CHECK (length("by") BETWEEN 1 AND 1000),
    reason       TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    heard_at     TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    outcome      TEXT CHECK (outcome IN ('released', 'referred-back', 'referred-on')),
    outcome_note TEXT CHECK (length(outcome_note) BETWEEN 1 AND 2000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX meetings_call_in_heard_at ON meetings_call_in (heard_at);

CREATE INDEX meetings_call_in_resolution ON meetings_call_in (resolution);

CREATE TABLE meetings_cycle (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    body         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    week         TEXT NOT NULL CHECK (week IN ('first', 'second', 'third', 'fourth', 'last')),
    weekday      TEXT NOT NULL CHECK (weekday IN ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')),
    every        INTEGER CHECK (every BETWEEN 1 AND 12),
    time         TEXT NOT NULL CHECK (length(time) BETWEEN 1 AND 5),
    zone         TEXT CHECK (zone IN ('Europe/London')),
    skipping     TEXT CHECK (skipping LIKE '["%"]'),
    on_holidays  TEXT CHECK (on_holidays IN ('skip', 'next-working-day')),
    place        TEXT CHECK (length(place) BETWEEN 1 AND 200),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX meetings_cycle_body ON meetings_cycle (body);

CREATE TABLE meetings_declaration (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    item         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    seat         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    interest     TEXT NOT NULL CHECK (interest IN ('personal', 'prejudicial', 'pecuniary', 'other')),
    nature       TEXT NOT NULL CHECK (length(nature) BETWEEN 1 AND 1000),
    left_room    BOOLEAN CHECK (left_room IN (0, 1)),
    dispensation TEXT CHECK (length(dispensation) BETWEEN 1 AND 300), sensitive BOOLEAN CHECK (sensitive IN (0, 1)),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX meetings_declaration_item ON meetings_declaration (item);

CREATE INDEX meetings_declaration_seat ON meetings_declaration (seat);

CREATE TABLE meetings_feed (
    digest  BLOB NOT NULL PRIMARY KEY,
    person  TEXT NOT NULL UNIQUE REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    made_at TIMESTAMPTZ CHECK (made_at IS NULL OR (made_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(made_at, 12, 2) < '24' AND substr(made_at, 1, 10) IS date(substr(made_at, 1, 10), '+0 days'))) NOT NULL
);

CREATE TABLE meetings_forward_plan_entry (
    id                  TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version             INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day            DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day           DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day        DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance          TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources             TEXT NOT NULL,
    note                TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name                TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    decided_by          TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    due                 DATE CHECK (due IS date(due, '+0 days')) NOT NULL,
    key_because         TEXT NOT NULL CHECK (key_because LIKE '["%"]'),
    value               INTEGER CHECK (value BETWEEN 0 AND 2000000000),
    wards               TEXT CHECK (wards LIKE '["%"]'),
    consultees          TEXT CHECK (length(consultees) BETWEEN 1 AND 1000),
    representations     TEXT CHECK (length(representations) BETWEEN 1 AND 500),
    documents           TEXT CHECK (length(documents) BETWEEN 1 AND 2000),
    published           DATE CHECK (published IS date(published, '+0 days')),
    exception           TEXT CHECK (exception IN ('general', 'urgent')),
    exception_reason    TEXT CHECK (length(exception_reason) BETWEEN 1 AND 1000),
    exception_agreed_by TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    exception_on        DATE CHECK (exception_on IS date(exception_on, '+0 days')),
    resolution          TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    withdrawn           TEXT CHECK (length(withdrawn) BETWEEN 1 AND 1000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX meetings_forward_plan_entry_decided_by ON meetings_forward_plan_entry (decided_by);

CREATE INDEX meetings_forward_plan_entry_exception_agreed_by ON meetings_forward_plan_entry (exception_agreed_by);

CREATE INDEX meetings_forward_plan_entry_resolution ON meetings_forward_plan_entry (resolution);

CREATE TABLE meetings_found (
    subject      TEXT NOT NULL PRIMARY KEY,
    kind         TEXT NOT NULL,
    meeting      TEXT,
    body         TEXT NOT NULL,
    on_day       DATE CHECK (on_day IS date(on_day, '+0 days')) NOT NULL,
    title        TEXT NOT NULL,
    public_title TEXT NOT NULL
);

CREATE INDEX meetings_found_meeting ON meetings_found (meeting);

CREATE TABLE meetings_indexed (
    one      INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    position INTEGER NOT NULL
);

CREATE TABLE meetings_meeting (
    id               TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version          INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day         DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day        DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day     DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance       TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources          TEXT NOT NULL,
    note             TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    body             TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    "on"             DATE CHECK ("on" IS date("on", '+0 days')) NOT NULL,
    month_only       BOOLEAN CHECK (month_only IN (0, 1)),
    time             TEXT CHECK (length(time) BETWEEN 1 AND 5),
    zone             TEXT CHECK (zone IN ('Europe/London')),
    place            TEXT CHECK (length(place) BETWEEN 1 AND 200),
    way              TEXT CHECK (way IN ('in-person', 'remote', 'both')),
    type             TEXT CHECK (type IN ('ordinary', 'special', 'annual')),
    status           TEXT CHECK (status IN ('planned', 'held', 'inquorate', 'cancelled')),
    reason           TEXT CHECK (length(reason) BETWEEN 1 AND 1000),
    moved_from       DATE CHECK (moved_from IS date(moved_from, '+0 days')),
    cycle            TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    notice_published DATE CHECK (notice_published IS date(notice_published, '+0 days')),
    agenda_published DATE CHECK (agenda_published IS date(agenda_published, '+0 days')),
    short_notice     TEXT CHECK (length(short_notice) BETWEEN 1 AND 1000), private_because TEXT CHECK (length(private_because) BETWEEN 1 AND 2000), private_notice DATE CHECK (private_notice IS date(private_notice, '+0 days')), private_again DATE CHECK (private_again IS date(private_again, '+0 days')), representations TEXT CHECK (length(representations) BETWEEN 1 AND 4000), response TEXT CHECK (length(response) BETWEEN 1 AND 4000), private_urgent TEXT CHECK (length(private_urgent) BETWEEN 1 AND 1000), agenda_noted DATE CHECK (agenda_noted IS date(agenda_noted, '+0 days')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE TABLE meetings_meeting_action (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    body         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    meeting      TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    item         TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    resolution   TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    owner        TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    due          DATE CHECK (due IS date(due, '+0 days')),
    state        TEXT CHECK (state IN ('open', 'done', 'dropped')),
    done         DATE CHECK (done IS date(done, '+0 days')),
    evidence     TEXT CHECK (length(evidence) BETWEEN 1 AND 2000),
    escalated    DATE CHECK (escalated IS date(escalated, '+0 days')),
    escalated_to TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    reminded     DATE CHECK (reminded IS date(reminded, '+0 days')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX meetings_meeting_action_body ON meetings_meeting_action (body);

CREATE INDEX meetings_meeting_action_escalated_to ON meetings_meeting_action (escalated_to);

CREATE INDEX meetings_meeting_action_item ON meetings_meeting_action (item);

CREATE INDEX meetings_meeting_action_meeting ON meetings_meeting_action (meeting);

CREATE INDEX meetings_meeting_action_owner ON meetings_meeting_action (owner);

CREATE INDEX meetings_meeting_action_resolution ON meetings_meeting_action (resolution);

CREATE INDEX meetings_meeting_body ON meetings_meeting (body);

CREATE INDEX meetings_meeting_cycle ON meetings_meeting (cycle);

CREATE INDEX meetings_meeting_on ON meetings_meeting ("on");

CREATE TABLE meetings_minutes (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    meeting      TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    text         TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 200000),
    exempt_text  TEXT CHECK (length(exempt_text) BETWEEN 1 AND 200000),
    author       TEXT NOT NULL CHECK (length(author) BETWEEN 1 AND 2000),
    state        TEXT CHECK (state IN ('draft', 'published', 'confirmed')),
    confirmed_by TEXT CHECK (length(confirmed_by) BETWEEN 1 AND 200),
    confirmed_at TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    confirmed_on DATE CHECK (confirmed_on IS date(confirmed_on, '+0 days')),
    corrections  TEXT CHECK (length(corrections) BETWEEN 1 AND 4000),
    first_number INTEGER CHECK (first_number BETWEEN 1 AND 9999),
    last_number  INTEGER CHECK (last_number BETWEEN 1 AND 9999),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX meetings_minutes_confirmed_at ON meetings_minutes (confirmed_at);

CREATE INDEX meetings_minutes_meeting ON meetings_minutes (meeting);

CREATE TABLE meetings_pack (
    meeting    TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    audience   TEXT NOT NULL CHECK (audience IN ('public', 'table')),
    state      TEXT NOT NULL CHECK (state IN ('asked', 'made', 'failed')),
    words      TEXT NOT NULL,
    done       INTEGER NOT NULL,
    total      INTEGER NOT NULL,
    digest     TEXT,
    pages      INTEGER,
    mark       TEXT,
    changed_at TIMESTAMPTZ CHECK (changed_at IS NULL OR (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(changed_at, 12, 2) < '24' AND substr(changed_at, 1, 10) IS date(substr(changed_at, 1, 10), '+0 days'))) NOT NULL, asked_at TIMESTAMPTZ CHECK (asked_at IS NULL OR (asked_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(asked_at, 12, 2) < '24' AND substr(asked_at, 1, 10) IS date(substr(asked_at, 1, 10), '+0 days'))),
    PRIMARY KEY (meeting, audience)
);

CREATE TABLE meetings_paper (
    id             TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version        INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day       DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day      DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day   DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance     TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources        TEXT NOT NULL,
    note           TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    item           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    title          TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
    sort           TEXT CHECK (sort IN ('report', 'appendix', 'plan', 'background', 'other')),
    place          INTEGER NOT NULL CHECK (place BETWEEN 1 AND 200),
    digest         TEXT NOT NULL CHECK (length(digest) BETWEEN 1 AND 64),
    file           TEXT NOT NULL CHECK (length(file) BETWEEN 1 AND 200),
    bytes          INTEGER NOT NULL CHECK (bytes BETWEEN 1 AND 2000000000),
    access         TEXT CHECK (access IN ('open', 'exempt', 'confidential')),
    public_version TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    added          DATE CHECK (added IS date(added, '+0 days')),
    supplement     INTEGER CHECK (supplement BETWEEN 1 AND 100),
    sent_by        TEXT NOT NULL CHECK (length(sent_by) BETWEEN 1 AND 200),
    approved_by    TEXT CHECK (length(approved_by) BETWEEN 1 AND 200),
    approved       DATE CHECK (approved IS date(approved, '+0 days')), replaced DATE CHECK (replaced IS date(replaced, '+0 days')), late_because TEXT CHECK (length(late_because) BETWEEN 1 AND 1000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX meetings_paper_digest ON meetings_paper (digest);

CREATE INDEX meetings_paper_item ON meetings_paper (item);

CREATE INDEX meetings_paper_public_version ON meetings_paper (public_version);

CREATE TABLE meetings_register_entry (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    meeting      TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    seat         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    role         TEXT NOT NULL CHECK (role IN ('chair', 'deputy-chair', 'member', 'attendee', 'adviser', 'observer')),
    organisation TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    sector       TEXT CHECK (sector IN ('local-authority', 'health', 'education', 'police', 'probation', 'youth-justice', 'employment-skills', 'voluntary', 'faith', 'independent', 'business', 'government', 'inspection', 'community', 'cross-sector')),
    seniority    TEXT CHECK (seniority IN ('elected', 'chief-executive', 'director', 'chair', 'deputy-director', 'chief-officer', 'head', 'manager', 'practitioner')),
    state        TEXT NOT NULL CHECK (state IN ('present', 'substitute', 'apologies', 'absent')),
    number       INTEGER CHECK (number BETWEEN 1 AND 1000),
    substitute   TEXT CHECK (length(substitute) BETWEEN 1 AND 200),
    mode         TEXT CHECK (mode IN ('room', 'remote')),
    arrived      TEXT CHECK (length(arrived) BETWEEN 1 AND 5),
    "left"       TEXT CHECK (length("left") BETWEEN 1 AND 5),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX meetings_register_entry_meeting ON meetings_register_entry (meeting);

CREATE INDEX meetings_register_entry_organisation ON meetings_register_entry (organisation);

CREATE INDEX meetings_register_entry_seat ON meetings_register_entry (seat);

CREATE TABLE meetings_report (
    id                 TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version            INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day           DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day          DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day       DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance         TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources            TEXT NOT NULL,
    note               TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    item               TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    author             TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    purpose            TEXT NOT NULL CHECK (length(purpose) BETWEEN 1 AND 4000),
    background         TEXT CHECK (length(background) BETWEEN 1 AND 20000),
    issues             TEXT CHECK (length(issues) BETWEEN 1 AND 50000),
    equality           TEXT CHECK (length(equality) BETWEEN 1 AND 4000),
    gap                TEXT CHECK (gap IN ('narrows', 'no-difference', 'widens')),
    gap_note           TEXT CHECK (length(gap_note) BETWEEN 1 AND 2000),
    wards              TEXT CHECK (wards LIKE '["%"]'),
    function           TEXT CHECK (function IN ('council', 'call-in', 'no-call-in')),
    no_call_in_because TEXT CHECK (length(no_call_in_because) BETWEEN 1 AND 1000),
    resources          TEXT CHECK (length(resources) BETWEEN 1 AND 10000),
    children           TEXT CHECK (length(children) BETWEEN 1 AND 4000),
    recommendations    TEXT NOT NULL CHECK (length(recommendations) BETWEEN 1 AND 4000),
    background_papers  TEXT CHECK (length(background_papers) BETWEEN 1 AND 2000), opened DATE CHECK (opened IS date(opened, '+0 days')), changed DATE CHECK (changed IS date(changed, '+0 days')), late_because TEXT CHECK (length(late_because) BETWEEN 1 AND 1000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX meetings_report_author ON meetings_report (author);

CREATE INDEX meetings_report_item ON meetings_report (item);

CREATE TABLE meetings_resolution (
    id                 TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version            INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day           DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day          DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day       DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance         TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources            TEXT NOT NULL,
    note               TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name               TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    body               TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    meeting            TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    item               TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    "on"               DATE CHECK ("on" IS date("on", '+0 days')) NOT NULL,
    outcome            TEXT NOT NULL CHECK (outcome IN ('agreed', 'amended', 'rejected', 'noted', 'recommended', 'deferred', 'not-decided')),
    wording            TEXT NOT NULL CHECK (length(wording) BETWEEN 1 AND 10000),
    reasons            TEXT CHECK (length(reasons) BETWEEN 1 AND 4000),
    rejected           TEXT CHECK (length(rejected) BETWEEN 1 AND 4000),
    public_wording     TEXT CHECK (length(public_wording) BETWEEN 1 AND 4000),
    access             TEXT CHECK (access IN ('open', 'exempt', 'confidential')),
    exempt_under       TEXT CHECK (exempt_under IN ('1', '2', '3', '4', '5', '6', '7')),
    exempt_because     TEXT CHECK (length(exempt_because) BETWEEN 1 AND 1000),
    made               TEXT CHECK (made IN ('meeting', 'urgent', 'delegated')),
    decided_by         TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    consulted          TEXT CHECK (length(consulted) BETWEEN 1 AND 2000),
    why_between        TEXT CHECK (length(why_between) BETWEEN 1 AND 1000),
    reported_to        TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    at                 TEXT CHECK (length(at) BETWEEN 1 AND 5),
    quorum             INTEGER CHECK (quorum BETWEEN 0 AND 1000),
    present            INTEGER CHECK (present BETWEEN 0 AND 1000),
    "for"              INTEGER CHECK ("for" BETWEEN 0 AND 1000),
    against            INTEGER CHECK (against BETWEEN 0 AND 1000),
    abstained          INTEGER CHECK (abstained BETWEEN 0 AND 1000),
    casting            BOOLEAN CHECK (casting IN (0, 1)),
    voted_for          TEXT CHECK (voted_for LIKE '["%"]'),
    voted_against      TEXT CHECK (voted_against LIKE '["%"]'),
    did_not_vote       TEXT CHECK (did_not_vote LIKE '["%"]'),
    dissent            TEXT CHECK (length(dissent) BETWEEN 1 AND 1000),
    impact             TEXT NOT NULL CHECK (impact IN ('affects', 'none', 'not-recorded')),
    impact_who         TEXT CHECK (length(impact_who) BETWEEN 1 AND 2000),
    impact_how         TEXT CHECK (length(impact_how) BETWEEN 1 AND 2000),
    impact_said        TEXT CHECK (length(impact_said) BETWEEN 1 AND 2000),
    impact_changed     TEXT CHECK (length(impact_changed) BETWEEN 1 AND 2000),
    gap                TEXT CHECK (gap IN ('narrows', 'no-difference', 'widens')),
    gap_note           TEXT CHECK (length(gap_note) BETWEEN 1 AND 2000),
    minute             INTEGER CHECK (minute BETWEEN 1 AND 9999),
    key                BOOLEAN CHECK (key IN (0, 1)),
    call_in            TEXT CHECK (call_in IN ('open', 'urgent', 'not-executive')),
    no_call_in_because TEXT CHECK (length(no_call_in_because) BETWEEN 1 AND 1000),
    published          DATE CHECK (published IS date(published, '+0 days')),
    implemented        DATE CHECK (implemented IS date(implemented, '+0 days')),
    sent_to            TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    replaces           TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED, published_noted DATE CHECK (published_noted IS date(published_noted, '+0 days')), call_in_until DATE CHECK (call_in_until IS date(call_in_until, '+0 days')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX meetings_resolution_body ON meetings_resolution (body);

CREATE INDEX meetings_resolution_decided_by ON meetings_resolution (decided_by);

CREATE INDEX meetings_resolution_item ON meetings_resolution (item);

CREATE INDEX meetings_resolution_meeting ON meetings_resolution (meeting);

CREATE INDEX meetings_resolution_on ON meetings_resolution ("on");

CREATE INDEX meetings_resolution_replaces ON meetings_resolution (replaces);

CREATE INDEX meetings_resolution_reported_to ON meetings_resolution (reported_to);

CREATE INDEX meetings_resolution_sent_to ON meetings_resolution (sent_to);

CREATE TABLE meetings_word (
    word      TEXT NOT NULL,
    on_day    DATE CHECK (on_day IS date(on_day, '+0 days')) NOT NULL,
    subject   TEXT NOT NULL,
    body      TEXT NOT NULL,
    open_from DATE CHECK (open_from IS date(open_from, '+0 days')),
    PRIMARY KEY (word, on_day, subject)
);

CREATE INDEX meetings_word_reach ON meetings_word (word, on_day, subject, open_from, body);

CREATE INDEX meetings_word_subject ON meetings_word (subject, word);

CREATE TABLE needs_area (
    code     TEXT NOT NULL PRIMARY KEY,
    name     TEXT NOT NULL,
    level    TEXT NOT NULL,
    old_code TEXT,
    within   TEXT
);

CREATE TABLE needs_import (
    number     INTEGER NOT NULL PRIMARY KEY,
    mapping    TEXT    NOT NULL,
    file       TEXT    NOT NULL,
    digest     TEXT    NOT NULL,
    begun_at   TIMESTAMPTZ CHECK (begun_at IS NULL OR (begun_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(begun_at, 12, 2) < '24' AND substr(begun_at, 1, 10) IS date(substr(begun_at, 1, 10), '+0 days'))) NOT NULL,
    begun_by   TEXT    NOT NULL,
    -- The last import that had been taken when this one was begun: a later one makes its comparison stale.
    after      INTEGER NOT NULL,
    read_at    TIMESTAMPTZ CHECK (read_at IS NULL OR (read_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(read_at, 12, 2) < '24' AND substr(read_at, 1, 10) IS date(substr(read_at, 1, 10), '+0 days'))),
    taken_at   TIMESTAMPTZ CHECK (taken_at IS NULL OR (taken_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(taken_at, 12, 2) < '24' AND substr(taken_at, 1, 10) IS date(substr(taken_at, 1, 10), '+0 days'))),
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

CREATE TABLE needs_import_number (
    last INTEGER NOT NULL
);

CREATE TABLE needs_import_part (
    source   INTEGER NOT NULL REFERENCES needs_import (number),
    position INTEGER NOT NULL,
    sort     TEXT    NOT NULL CHECK (sort IN ('measure', 'area', 'neighbour')),
    content  TEXT    NOT NULL,
    PRIMARY KEY (source, position)
);

CREATE TABLE needs_mapping (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    about        TEXT CHECK (length(about) BETWEEN 1 AND 2000),
    layout       TEXT NOT NULL CHECK (length(layout) BETWEEN 1 AND 20000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE TABLE needs_measure (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 250),
    code         TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 80),
    topic        TEXT CHECK (length(topic) BETWEEN 1 AND 80),
    definition   TEXT CHECK (length(definition) BETWEEN 1 AND 4000),
    unit         TEXT CHECK (length(unit) BETWEEN 1 AND 80),
    numerator    TEXT CHECK (length(numerator) BETWEEN 1 AND 2000),
    denominator  TEXT CHECK (length(denominator) BETWEEN 1 AND 2000),
    per          INTEGER CHECK (per BETWEEN 1 AND 1000000),
    divided_by   TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    youngest     INTEGER CHECK (youngest BETWEEN 0 AND 120),
    oldest       INTEGER CHECK (oldest BETWEEN 0 AND 120),
    polarity     TEXT NOT NULL CHECK (polarity IN ('high', 'low', 'neither')),
    decimals     INTEGER CHECK (decimals BETWEEN 0 AND 9),
    carried_up   TEXT CHECK (carried_up IN ('summed', 'weighted', 'not')),
    year_type    TEXT CHECK (year_type IN ('calendar', 'financial', 'academic', 'september', 'january', 'march')),
    frequency    TEXT CHECK (frequency IN ('annual', 'termly', 'quarterly', 'monthly', 'occasional')),
    collection   TEXT CHECK (length(collection) BETWEEN 1 AND 250),
    publisher    TEXT CHECK (length(publisher) BETWEEN 1 AND 250),
    method       TEXT CHECK (length(method) BETWEEN 1 AND 4000),
    link         TEXT CHECK (length(link) BETWEEN 1 AND 400),
    licence      TEXT CHECK (length(licence) BETWEEN 1 AND 200),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX needs_measure_divided_by ON needs_measure (divided_by);

CREATE TABLE needs_neighbour (
    edition   TEXT    NOT NULL,
    area      TEXT    NOT NULL,
    place     INTEGER NOT NULL,
    neighbour TEXT    NOT NULL,
    PRIMARY KEY (edition, area, place)
);

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

CREATE INDEX needs_observation_source ON needs_observation (source);

CREATE TABLE needs_period (
    id        INTEGER NOT NULL PRIMARY KEY,
    from_day  DATE CHECK (from_day IS date(from_day, '+0 days'))    NOT NULL,
    until_day DATE CHECK (until_day IS date(until_day, '+0 days'))    NOT NULL,
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

CREATE TABLE oversight_opening (
    id           TEXT NOT NULL PRIMARY KEY,
    person       TEXT NOT NULL,
    person_name  TEXT NOT NULL,
    role         TEXT NOT NULL,
    action       TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id   TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    path         TEXT NOT NULL,
    reason       TEXT NOT NULL,
    made_at      TIMESTAMPTZ CHECK (made_at IS NULL OR (made_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(made_at, 12, 2) < '24' AND substr(made_at, 1, 10) IS date(substr(made_at, 1, 10), '+0 days'))) NOT NULL,
    ends_at      TIMESTAMPTZ CHECK (ends_at IS NULL OR (ends_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(ends_at, 12, 2) < '24' AND substr(ends_at, 1, 10) IS date(substr(ends_at, 1, 10), '+0 days'))) NOT NULL,
    post         TEXT,
    told         TEXT NOT NULL,
    reviewed_at  TIMESTAMPTZ CHECK (reviewed_at IS NULL OR (reviewed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(reviewed_at, 12, 2) < '24' AND substr(reviewed_at, 1, 10) IS date(substr(reviewed_at, 1, 10), '+0 days'))),
    reviewed_by  TEXT,
    verdict      TEXT CHECK (verdict IN ('proper', 'query')),
    words        TEXT,
    CHECK ((reviewed_at IS NULL) = (verdict IS NULL))
);

CREATE INDEX oversight_opening_person ON oversight_opening (person, ends_at);

CREATE INDEX oversight_opening_reviewed ON oversight_opening (reviewed_at, id);

CREATE TABLE oversight_reminder (
    post     TEXT NOT NULL PRIMARY KEY,
    reminded DATE CHECK (reminded IS date(reminded, '+0 days')) NOT NULL
);

CREATE TABLE oversight_review (
    appointment TEXT NOT NULL PRIMARY KEY,
    person      TEXT NOT NULL,
    post        TEXT NOT NULL,
    confirmed   DATE CHECK (confirmed IS date(confirmed, '+0 days')) NOT NULL,
    reviewer    TEXT NOT NULL
);

CREATE TABLE partners_appointment (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    post         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    status       TEXT NOT NULL CHECK (status IN ('held', 'vacant')),
    person       TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    interim      BOOLEAN CHECK (interim IN (0, 1)),
    seconded     BOOLEAN CHECK (seconded IN (0, 1)),
    joint_with   TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX partners_appointment_joint_with ON partners_appointment (joint_with);

CREATE INDEX partners_appointment_person ON partners_appointment (person);

CREATE INDEX partners_appointment_post ON partners_appointment (post);

CREATE TABLE partners_delegation (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    from_post    TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    to_post      TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    function     TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    type         TEXT NOT NULL CHECK (type IN ('exclusive', 'concurrent')),
    "limit"      TEXT CHECK (length("limit") BETWEEN 1 AND 200),
    scheme       TEXT CHECK (length(scheme) BETWEEN 1 AND 200),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX partners_delegation_from_post ON partners_delegation (from_post);

CREATE INDEX partners_delegation_function ON partners_delegation (function);

CREATE INDEX partners_delegation_to_post ON partners_delegation (to_post);

CREATE TABLE partners_deputy (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    post         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    deputy       TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    covers       TEXT CHECK (covers IN ('all', 'statutory', 'part')),
    designation  TEXT NOT NULL CHECK (designation IN ('designated', 'possible')),
    scheme       TEXT CHECK (length(scheme) BETWEEN 1 AND 200),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX partners_deputy_deputy ON partners_deputy (deputy);

CREATE INDEX partners_deputy_post ON partners_deputy (post);

CREATE TABLE partners_duty (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    law          TEXT NOT NULL CHECK (length(law) BETWEEN 1 AND 200),
    post         TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    organisation TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    function     TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX partners_duty_function ON partners_duty (function);

CREATE INDEX partners_duty_organisation ON partners_duty (organisation);

CREATE INDEX partners_duty_post ON partners_duty (post);

CREATE TABLE partners_establishment (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    organisation TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    unit         TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    posts        INTEGER NOT NULL CHECK (posts BETWEEN 1 AND 100000),
    filled       INTEGER CHECK (filled BETWEEN 0 AND 100000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX partners_establishment_organisation ON partners_establishment (organisation);

CREATE INDEX partners_establishment_unit ON partners_establishment (unit);

CREATE TABLE partners_function (
    id               TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version          INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day         DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day        DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day     DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance       TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources          TEXT NOT NULL,
    note             TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name             TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    part_of          TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    sector           TEXT CHECK (sector IN ('local-authority', 'health', 'education', 'police', 'probation', 'youth-justice', 'employment-skills', 'voluntary', 'faith', 'independent', 'business', 'government', 'inspection', 'community', 'cross-sector')),
    provider_service BOOLEAN CHECK (provider_service IN (0, 1)),
    provided_by      TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX partners_function_part_of ON partners_function (part_of);

CREATE INDEX partners_function_provided_by ON partners_function (provided_by);

CREATE TABLE partners_line (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    post         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    "to"         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    type         TEXT NOT NULL CHECK (type IN ('management', 'accountability')),
    standing     TEXT CHECK (standing IN ('holds', 'lacking', 'unclear')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX partners_line_post ON partners_line (post);

CREATE INDEX partners_line_to ON partners_line ("to");

CREATE TABLE partners_organisation (
    id                TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version           INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day          DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day         DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day      DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance        TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources           TEXT NOT NULL,
    note              TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name              TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    short             TEXT CHECK (length(short) BETWEEN 1 AND 40),
    sector            TEXT NOT NULL CHECK (sector IN ('local-authority', 'health', 'education', 'police', 'probation', 'youth-justice', 'employment-skills', 'voluntary', 'faith', 'independent', 'business', 'government', 'inspection', 'community', 'cross-sector')),
    type              TEXT NOT NULL CHECK (type IN ('council', 'company', 'primary-care-trust', 'strategic-health-authority', 'nhs-trust', 'police-authority', 'police-force', 'probation-board', 'youth-offending-team', 'connexions', 'learning-and-skills-council', 'jobcentre', 'schools', 'college', 'cafcass', 'custody', 'charity', 'faith-group', 'government-department', 'inspectorate', 'service', 'programme', 'other')),
    owner             TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    stands_for        INTEGER CHECK (stands_for BETWEEN 1 AND 100000),
    relevant_partner  TEXT CHECK (relevant_partner LIKE '["%"]'),
    safeguarding_duty TEXT CHECK (safeguarding_duty LIKE '["%"]'),
    board_partner     TEXT CHECK (board_partner LIKE '["%"]'),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX partners_organisation_owner ON partners_organisation (owner);

CREATE TABLE partners_person (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    email        TEXT CHECK (length(email) BETWEEN 1 AND 200),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE TABLE partners_post (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    organisation TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    office       TEXT CHECK (office IN ('director-of-childrens-services', 'lead-member', 'lscb-chair', 'chief-executive')),
    grade        TEXT CHECK (grade IN ('elected', 'chief-executive', 'director', 'chair', 'deputy-director', 'chief-officer', 'head', 'manager', 'practitioner')),
    area         TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    independent  BOOLEAN CHECK (independent IN (0, 1)), access TEXT CHECK (access LIKE '["%"]'),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX partners_post_area ON partners_post (area);

CREATE INDEX partners_post_organisation ON partners_post (organisation);

CREATE TABLE partners_responsibility (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    post         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    function     TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    level        TEXT NOT NULL CHECK (level IN ('accountable', 'runs', 'leads')),
    standing     TEXT CHECK (standing IN ('holds', 'lacking', 'unclear')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX partners_responsibility_function ON partners_responsibility (function);

CREATE INDEX partners_responsibility_post ON partners_responsibility (post);

CREATE TABLE performance_chart_rebase (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    indicator    TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    period       TEXT NOT NULL CHECK (length(period) BETWEEN 1 AND 40),
    reason       TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    "by"         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    decided      DATE CHECK (decided IS date(decided, '+0 days')) NOT NULL,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX performance_chart_rebase_by ON performance_chart_rebase ("by");

CREATE INDEX performance_chart_rebase_indicator ON performance_chart_rebase (indicator);

CREATE TABLE performance_indicator (
    id              TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version         INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day        DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day       DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day    DATE CHECK (attested_day IS date(attested_day, '+0 days')),
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
    target_by       DATE CHECK (target_by IS date(target_by, '+0 days')),
    trajectory      TEXT CHECK (length(trajectory) BETWEEN 1 AND 2000),
    tolerance       TEXT CHECK (length(tolerance) BETWEEN 1 AND 20),
    owner           TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    overseer        TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    cycle           INTEGER CHECK (cycle BETWEEN 1 AND 24),
    stale_after     INTEGER CHECK (stale_after BETWEEN 1 AND 120),
    chart           TEXT CHECK (chart IN ('xmr', 'p', 'u', 'run')),
    published       DATE CHECK (published IS date(published, '+0 days')), target_is TEXT CHECK (target_is IN ('agreed', 'proposed', 'example')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX performance_indicator_measure ON performance_indicator (measure);

CREATE INDEX performance_indicator_overseer ON performance_indicator (overseer);

CREATE INDEX performance_indicator_owner ON performance_indicator (owner);

CREATE INDEX performance_indicator_priority ON performance_indicator (priority);

CREATE TABLE performance_narrative (
    id            TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version       INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day      DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day     DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day  DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance    TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources       TEXT NOT NULL,
    note          TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    indicator     TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    period        TEXT NOT NULL CHECK (length(period) BETWEEN 1 AND 40),
    text          TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    action        TEXT CHECK (length(action) BETWEEN 1 AND 2000),
    author        TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    approved      DATE CHECK (approved IS date(approved, '+0 days')),
    approved_by   TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    rating        TEXT CHECK (rating IN ('on-target', 'near', 'off-target')),
    rating_reason TEXT CHECK (length(rating_reason) BETWEEN 1 AND 1000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX performance_narrative_approved_by ON performance_narrative (approved_by);

CREATE INDEX performance_narrative_author ON performance_narrative (author);

CREATE INDEX performance_narrative_indicator ON performance_narrative (indicator);

CREATE TABLE performance_paper (
    digest  TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
    content TEXT NOT NULL CHECK (length(content) BETWEEN 1 AND 4000000)
);

CREATE TABLE performance_scorecard (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 250),
    body         TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    meeting      TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    drawn        DATE CHECK (drawn IS date(drawn, '+0 days')) NOT NULL,
    digest       TEXT NOT NULL CHECK (length(digest) BETWEEN 1 AND 64),
    indicators   TEXT CHECK (indicators LIKE '["%"]'),
    stale        TEXT CHECK (stale LIKE '["%"]'),
    published    DATE CHECK (published IS date(published, '+0 days')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX performance_scorecard_body ON performance_scorecard (body);

CREATE INDEX performance_scorecard_meeting ON performance_scorecard (meeting);

CREATE TABLE places_area (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    type         TEXT NOT NULL CHECK (type IN ('city', 'wedge', 'committee-area', 'ward', 'cluster')),
    code         TEXT CHECK (length(code) BETWEEN 1 AND 20),
    old_code     TEXT CHECK (length(old_code) BETWEEN 1 AND 20),
    within       TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX places_area_within ON places_area (within);

CREATE TABLE places_boundary (
    area    TEXT NOT NULL PRIMARY KEY REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    outline TEXT NOT NULL
);

CREATE TABLE places_figures (
    name        TEXT    NOT NULL PRIMARY KEY,
    title       TEXT    NOT NULL,
    file        TEXT    NOT NULL,
    digest      TEXT    NOT NULL,
    entries     INTEGER NOT NULL
);

CREATE TABLE places_population (
    on_day     DATE CHECK (on_day IS date(on_day, '+0 days'))    NOT NULL,
    small_area TEXT    NOT NULL,
    age        INTEGER NOT NULL CHECK (age BETWEEN 0 AND 90),
    persons    INTEGER NOT NULL CHECK (persons >= 0),
    PRIMARY KEY (on_day, small_area, age)
);

CREATE TABLE places_setting (
    id            TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version       INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day      DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day     DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day  DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance    TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources       TEXT NOT NULL,
    note          TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name          TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    urn           TEXT CHECK (length(urn) BETWEEN 1 AND 12),
    type          TEXT NOT NULL CHECK (type IN ('nursery', 'primary', 'middle', 'secondary', 'all-through', 'sixteen-plus', 'special', 'independent', 'referral-unit', 'college', 'higher', 'childrens-centre', 'other')),
    register_type TEXT CHECK (length(register_type) BETWEEN 1 AND 200),
    low_age       INTEGER CHECK (low_age BETWEEN 0 AND 25),
    high_age      INTEGER CHECK (high_age BETWEEN 0 AND 99),
    small_area    TEXT CHECK (length(small_area) BETWEEN 1 AND 20),
    ward          TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    cluster       TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    postcode      TEXT CHECK (length(postcode) BETWEEN 1 AND 10),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX places_setting_cluster ON places_setting (cluster);

CREATE INDEX places_setting_ward ON places_setting (ward);

CREATE TABLE places_small_area (
    code        TEXT NOT NULL,
    ward        TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    valid_from  DATE CHECK (valid_from IS date(valid_from, '+0 days')) NOT NULL,
    valid_until DATE CHECK (valid_until IS date(valid_until, '+0 days')),
    PRIMARY KEY (code, ward),
    CHECK (valid_until IS NULL OR valid_until > valid_from)
);

CREATE INDEX places_small_area_by_ward ON places_small_area (ward);

CREATE TABLE places_ward_population (
    ward    TEXT    NOT NULL,
    on_day  DATE CHECK (on_day IS date(on_day, '+0 days'))    NOT NULL,
    age     INTEGER NOT NULL,
    persons INTEGER NOT NULL,
    PRIMARY KEY (ward, on_day, age)
);

CREATE TABLE plan_outcome (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
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

CREATE INDEX plan_outcome_continues ON plan_outcome (continues);

CREATE INDEX plan_outcome_plan ON plan_outcome (plan);

CREATE TABLE plan_plan (
    id                   TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version              INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day             DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day            DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day         DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance           TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources              TEXT NOT NULL,
    note                 TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name                 TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    type                 TEXT NOT NULL CHECK (type IN ('cypp', 'area-delivery')),
    owner                TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    area                 TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    starts               DATE CHECK (starts IS date(starts, '+0 days')),
    ends                 DATE CHECK (ends IS date(ends, '+0 days')),
    under                TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    edition              INTEGER CHECK (edition BETWEEN 1 AND 1000),
    revises              TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    vision               TEXT CHECK (length(vision) BETWEEN 1 AND 2000),
    plain_words          TEXT CHECK (length(plain_words) BETWEEN 1 AND 4000),
    young_words          TEXT CHECK (length(young_words) BETWEEN 1 AND 2000),
    state                TEXT CHECK (state IN ('draft', 'consultation', 'agreed', 'published', 'superseded', 'closed')),
    consulted_from       DATE CHECK (consulted_from IS date(consulted_from, '+0 days')),
    consulted_until      DATE CHECK (consulted_until IS date(consulted_until, '+0 days')),
    agreed               DATE CHECK (agreed IS date(agreed, '+0 days')),
    agreed_by            TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    published            DATE CHECK (published IS date(published, '+0 days')),
    published_month_only BOOLEAN CHECK (published_month_only IN (0, 1)),
    review_due           DATE CHECK (review_due IS date(review_due, '+0 days')),
    closed               DATE CHECK (closed IS date(closed, '+0 days')),
    closed_because       TEXT CHECK (length(closed_because) BETWEEN 1 AND 1000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE TABLE plan_plan_action (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    priority     TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    owner        TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    due          DATE CHECK (due IS date(due, '+0 days')),
    state        TEXT CHECK (state IN ('open', 'done', 'dropped')),
    done         DATE CHECK (done IS date(done, '+0 days')),
    evidence     TEXT CHECK (length(evidence) BETWEEN 1 AND 2000),
    decision     TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX plan_plan_action_decision ON plan_plan_action (decision);

CREATE INDEX plan_plan_action_owner ON plan_plan_action (owner);

CREATE INDEX plan_plan_action_priority ON plan_plan_action (priority);

CREATE INDEX plan_plan_agreed_by ON plan_plan (agreed_by);

CREATE TABLE plan_plan_agreement (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    plan         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    body         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    "on"         DATE CHECK ("on" IS date("on", '+0 days')) NOT NULL,
    what         TEXT NOT NULL CHECK (what IN ('plan', 'draft', 'recommended', 'supported')),
    decision     TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    wording      TEXT CHECK (length(wording) BETWEEN 1 AND 4000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX plan_plan_agreement_body ON plan_plan_agreement (body);

CREATE INDEX plan_plan_agreement_decision ON plan_plan_agreement (decision);

CREATE INDEX plan_plan_agreement_plan ON plan_plan_agreement (plan);

CREATE INDEX plan_plan_area ON plan_plan (area);

CREATE TABLE plan_plan_consultation (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    plan         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    consultees   TEXT NOT NULL CHECK (consultees LIKE '["%"]'),
    "with"       TEXT CHECK (length("with") BETWEEN 1 AND 2000),
    how          TEXT CHECK (length(how) BETWEEN 1 AND 2000),
    invited      DATE CHECK (invited IS date(invited, '+0 days')),
    responded    DATE CHECK (responded IS date(responded, '+0 days')),
    count        INTEGER CHECK (count BETWEEN 0 AND 100000000),
    count_is     TEXT CHECK (count_is IN ('exactly', 'about', 'over', 'under')),
    said         TEXT CHECK (length(said) BETWEEN 1 AND 8000),
    changed      TEXT CHECK (length(changed) BETWEEN 1 AND 4000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX plan_plan_consultation_plan ON plan_plan_consultation (plan);

CREATE TABLE plan_plan_need (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
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

CREATE INDEX plan_plan_owner ON plan_plan (owner);

CREATE TABLE plan_plan_resource (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    plan         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    priority     TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    organisation TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    pounds       INTEGER CHECK (pounds BETWEEN 0 AND 2000000000),
    pooled       BOOLEAN CHECK (pooled IN (0, 1)),
    about        TEXT CHECK (length(about) BETWEEN 1 AND 2000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX plan_plan_resource_organisation ON plan_plan_resource (organisation);

CREATE INDEX plan_plan_resource_plan ON plan_plan_resource (plan);

CREATE INDEX plan_plan_resource_priority ON plan_plan_resource (priority);

CREATE TABLE plan_plan_review (
    id               TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version          INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day         DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day        DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day     DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance       TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources          TEXT NOT NULL,
    note             TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    plan             TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    "on"             DATE CHECK ("on" IS date("on", '+0 days')) NOT NULL,
    sort             TEXT NOT NULL CHECK (sort IN ('monitoring', 'review')),
    body             TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    decision         TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    found            TEXT NOT NULL CHECK (length(found) BETWEEN 1 AND 8000),
    outcome          TEXT CHECK (outcome IN ('goes-on', 'revise', 'close')),
    report_published DATE CHECK (report_published IS date(report_published, '+0 days')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX plan_plan_review_body ON plan_plan_review (body);

CREATE INDEX plan_plan_review_decision ON plan_plan_review (decision);

CREATE INDEX plan_plan_review_plan ON plan_plan_review (plan);

CREATE INDEX plan_plan_revises ON plan_plan (revises);

CREATE TABLE plan_plan_section (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
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

CREATE INDEX plan_plan_under ON plan_plan (under);

CREATE TABLE plan_priority (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
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

CREATE INDEX plan_priority_accountable ON plan_priority (accountable);

CREATE INDEX plan_priority_continues ON plan_priority (continues);

CREATE INDEX plan_priority_decision ON plan_priority (decision);

CREATE INDEX plan_priority_outcome ON plan_priority (outcome);

CREATE INDEX plan_priority_overseen_by ON plan_priority (overseen_by);

CREATE INDEX plan_priority_picks_up ON plan_priority (picks_up);

CREATE INDEX plan_priority_plan ON plan_priority (plan);

CREATE TABLE plan_success_measure (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE CHECK (from_day IS date(from_day, '+0 days')),
    until_day    DATE CHECK (until_day IS date(until_day, '+0 days')),
    attested_day DATE CHECK (attested_day IS date(attested_day, '+0 days')),
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    priority     TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    measure      TEXT CHECK (length(measure) BETWEEN 1 AND 60),
    aim          TEXT CHECK (length(aim) BETWEEN 1 AND 200),
    "by"         DATE CHECK ("by" IS date("by", '+0 days')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE INDEX plan_success_measure_priority ON plan_success_measure (priority);

CREATE TABLE records_link (
    id      TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version INTEGER NOT NULL,
    field   TEXT NOT NULL,
    target  TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (id, version, field, target)
);

CREATE INDEX records_link_target ON records_link (target, field);

CREATE TABLE records_subject (
    id     TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 80),
    kind   TEXT NOT NULL,
    name   TEXT NOT NULL,
    folded TEXT NOT NULL
);

CREATE INDEX records_subject_folded ON records_subject (folded, id) WHERE folded <> '';

CREATE INDEX records_subject_kind ON records_subject (kind, folded, id);

CREATE TABLE sealing_erased (
    kind      TEXT NOT NULL,
    id        TEXT NOT NULL,
    at        TIMESTAMPTZ CHECK (at IS NULL OR (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(at, 12, 2) < '24' AND substr(at, 1, 10) IS date(substr(at, 1, 10), '+0 days'))) NOT NULL,
    authority TEXT NOT NULL CHECK (length(authority) BETWEEN 1 AND 1000),
    PRIMARY KEY (kind, id)
);

CREATE TABLE sealing_key (
    kind    TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 80),
    id      TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 200),
    version INTEGER NOT NULL CHECK (version >= 1),
    master  TEXT NOT NULL,
    wrapped BLOB NOT NULL,
    PRIMARY KEY (kind, id, version)
);

CREATE INDEX sealing_key_master ON sealing_key (master);

CREATE TABLE sealing_lost (
    master TEXT NOT NULL PRIMARY KEY,
    at     TIMESTAMPTZ CHECK (at IS NULL OR (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(at, 12, 2) < '24' AND substr(at, 1, 10) IS date(substr(at, 1, 10), '+0 days'))) NOT NULL
);

CREATE TABLE sealing_state (
    one      INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    database TEXT NOT NULL,
    master   TEXT NOT NULL
);

CREATE TABLE sealing_unfinished (
    work TEXT NOT NULL PRIMARY KEY,
    mark TEXT NOT NULL
);

CREATE TABLE store_migration (
    room       TEXT NOT NULL,
    name       TEXT NOT NULL,
    digest     TEXT NOT NULL,
    applied_at TIMESTAMPTZ CHECK (applied_at IS NULL OR (applied_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(applied_at, 12, 2) < '24' AND substr(applied_at, 1, 10) IS date(substr(applied_at, 1, 10), '+0 days'))) NOT NULL,
    PRIMARY KEY (room, name)
);
