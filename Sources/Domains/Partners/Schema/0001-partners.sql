CREATE TABLE partners_organisation (
    id                TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version           INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day          DATE,
    until_day         DATE,
    attested_day      DATE,
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
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    email        TEXT CHECK (length(email) BETWEEN 1 AND 200),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);

CREATE TABLE partners_function (
    id               TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version          INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day         DATE,
    until_day        DATE,
    attested_day     DATE,
    provenance       TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources          TEXT NOT NULL,
    note             TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name             TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    part_of          TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    sector           TEXT CHECK (sector IN ('local-authority', 'health', 'education', 'police', 'probation', 'youth-justice', 'employment-skills', 'voluntary', 'faith', 'independent', 'business', 'government', 'inspection', 'community', 'cross-sector')),
    provider_service BOOLEAN,
    provided_by      TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX partners_function_part_of ON partners_function (part_of);
CREATE INDEX partners_function_provided_by ON partners_function (provided_by);

CREATE TABLE partners_post (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    organisation TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    office       TEXT CHECK (office IN ('director-of-childrens-services', 'lead-member', 'lscb-chair', 'chief-executive')),
    grade        TEXT CHECK (grade IN ('elected', 'chief-executive', 'director', 'chair', 'deputy-director', 'chief-officer', 'head', 'manager', 'practitioner')),
    area         TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    independent  BOOLEAN,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX partners_post_organisation ON partners_post (organisation);
CREATE INDEX partners_post_area ON partners_post (area);

CREATE TABLE partners_establishment (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
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

CREATE TABLE partners_appointment (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    post         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    status       TEXT NOT NULL CHECK (status IN ('held', 'vacant')),
    person       TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    interim      BOOLEAN,
    seconded     BOOLEAN,
    joint_with   TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX partners_appointment_post ON partners_appointment (post);
CREATE INDEX partners_appointment_person ON partners_appointment (person);
CREATE INDEX partners_appointment_joint_with ON partners_appointment (joint_with);

CREATE TABLE partners_line (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
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

CREATE TABLE partners_deputy (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
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
CREATE INDEX partners_deputy_post ON partners_deputy (post);
CREATE INDEX partners_deputy_deputy ON partners_deputy (deputy);

CREATE TABLE partners_responsibility (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
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
CREATE INDEX partners_responsibility_post ON partners_responsibility (post);
CREATE INDEX partners_responsibility_function ON partners_responsibility (function);

CREATE TABLE partners_duty (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
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
CREATE INDEX partners_duty_post ON partners_duty (post);
CREATE INDEX partners_duty_organisation ON partners_duty (organisation);
CREATE INDEX partners_duty_function ON partners_duty (function);

CREATE TABLE partners_delegation (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
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
CREATE INDEX partners_delegation_to_post ON partners_delegation (to_post);
CREATE INDEX partners_delegation_function ON partners_delegation (function);
