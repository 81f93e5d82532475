CREATE TABLE arrangements_state (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    "on"         DATE NOT NULL,
    carried_from DATE,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE TABLE arrangements_body (
    id                 TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version            INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day           DATE,
    until_day          DATE,
    attested_day       DATE,
    provenance         TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources            TEXT NOT NULL,
    note               TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name               TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    short              TEXT CHECK (length(short) BETWEEN 1 AND 40),
    type               TEXT NOT NULL CHECK (type IN ('partnership', 'board', 'statutory-board', 'commissioning-group', 'leadership-team', 'unit', 'area-partnership', 'cluster-partnership', 'locality-group', 'executive', 'committee', 'scrutiny', 'company-board', 'councillors-group', 'support-function', 'sub-group')),
    statutory          TEXT CHECK (statutory IN ('childrens-trust-board', 'local-safeguarding-children-board', 'executive', 'overview-and-scrutiny')),
    host               TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    part_of            TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    area               TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    level              TEXT CHECK (level IN ('city', 'area', 'cluster', 'neighbourhood')),
    stands_for         INTEGER CHECK (stands_for BETWEEN 1 AND 10000),
    of_trust           BOOLEAN,
    appointed_chair_by TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    chair_consulted    BOOLEAN,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX arrangements_body_host ON arrangements_body (host);
CREATE INDEX arrangements_body_part_of ON arrangements_body (part_of);
CREATE INDEX arrangements_body_area ON arrangements_body (area);
CREATE INDEX arrangements_body_appointed_chair_by ON arrangements_body (appointed_chair_by);

CREATE TABLE arrangements_terms (
    id             TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version        INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day       DATE,
    until_day      DATE,
    attested_day   DATE,
    provenance     TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources        TEXT NOT NULL,
    note           TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    body           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    agreed         DATE,
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
    review_by      DATE,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX arrangements_terms_body ON arrangements_terms (body);
CREATE INDEX arrangements_terms_agreed_by ON arrangements_terms (agreed_by);
CREATE INDEX arrangements_terms_escalates_to ON arrangements_terms (escalates_to);

CREATE TABLE arrangements_seat (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
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
    independent  BOOLEAN,
    lay          BOOLEAN,
    area         TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    consulted    DATE,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX arrangements_seat_body ON arrangements_seat (body);
CREATE INDEX arrangements_seat_organisation ON arrangements_seat (organisation);
CREATE INDEX arrangements_seat_post ON arrangements_seat (post);
CREATE INDEX arrangements_seat_person ON arrangements_seat (person);
CREATE INDEX arrangements_seat_area ON arrangements_seat (area);

CREATE TABLE arrangements_reporting_line (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
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

CREATE TABLE arrangements_remit (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    body         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    function     TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    role         TEXT NOT NULL CHECK (role IN ('decides', 'develops-policy', 'commissions', 'oversees', 'challenges', 'manages', 'co-ordinates', 'scrutinises', 'supports')),
    core         BOOLEAN,
    area         TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX arrangements_remit_body ON arrangements_remit (body);
CREATE INDEX arrangements_remit_function ON arrangements_remit (function);
CREATE INDEX arrangements_remit_area ON arrangements_remit (area);

CREATE TABLE arrangements_size (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
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

CREATE TABLE arrangements_attendance (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    body         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    measure      TEXT NOT NULL CHECK (measure IN ('regular', 'meeting')),
    percent      INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
    comparator   TEXT CHECK (comparator IN ('exactly', 'under', 'over', 'nearly', 'about')),
    meeting      DATE,
    trend        TEXT CHECK (trend IN ('better', 'steady', 'worse')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX arrangements_attendance_body ON arrangements_attendance (body);

CREATE TABLE arrangements_absence (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
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

CREATE TABLE arrangements_report_count (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    body         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    function     TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    number       INTEGER NOT NULL CHECK (number BETWEEN 0 AND 10000),
    since        DATE,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX arrangements_report_count_body ON arrangements_report_count (body);
CREATE INDEX arrangements_report_count_function ON arrangements_report_count (function);

CREATE TABLE arrangements_judgement (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    function     TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    "by"         TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    published    DATE,
    verdict      TEXT NOT NULL CHECK (verdict IN ('favourable', 'mixed', 'adverse', 'not-known')),
    finding      TEXT CHECK (length(finding) BETWEEN 1 AND 1000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX arrangements_judgement_function ON arrangements_judgement (function);
CREATE INDEX arrangements_judgement_by ON arrangements_judgement ("by");

CREATE TABLE arrangements_programme (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    owner        TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    overseen_by  TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX arrangements_programme_owner ON arrangements_programme (owner);
CREATE INDEX arrangements_programme_overseen_by ON arrangements_programme (overseen_by);

CREATE TABLE arrangements_project (
    id                 TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version            INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day           DATE,
    until_day          DATE,
    attested_day       DATE,
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
CREATE INDEX arrangements_project_programme ON arrangements_project (programme);
CREATE INDEX arrangements_project_function ON arrangements_project (function);
CREATE INDEX arrangements_project_owner ON arrangements_project (owner);

CREATE TABLE arrangements_concern (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
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

CREATE TABLE arrangements_answer (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
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

CREATE TABLE arrangements_decision (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    body         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    "on"         DATE,
    minute       TEXT CHECK (length(minute) BETWEEN 1 AND 40),
    about        TEXT CHECK (about LIKE '["%"]'),
    approves     TEXT CHECK (approves IN ('childrens-trust-board', 'local-safeguarding-children-board', 'executive', 'overview-and-scrutiny')),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX arrangements_decision_body ON arrangements_decision (body);

CREATE TABLE arrangements_threshold (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
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

CREATE TABLE arrangements_scenario (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    summary      TEXT CHECK (length(summary) BETWEEN 1 AND 2000),
    "on"         DATE,
    "view"       TEXT CHECK ("view" IN ('recommended', 'open', 'not-recommended')),
    view_reason  TEXT CHECK (length(view_reason) BETWEEN 1 AND 2000),
    risk         TEXT CHECK (length(risk) BETWEEN 1 AND 300),
    changes      TEXT CHECK (length(changes) BETWEEN 1 AND 200000),
    people       TEXT CHECK (length(people) BETWEEN 1 AND 300),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
