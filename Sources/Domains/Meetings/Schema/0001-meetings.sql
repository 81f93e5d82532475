CREATE TABLE meetings_cycle (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
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

CREATE TABLE meetings_meeting (
    id               TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version          INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day         DATE,
    until_day        DATE,
    attested_day     DATE,
    provenance       TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources          TEXT NOT NULL,
    note             TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    body             TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    "on"             DATE NOT NULL,
    month_only       BOOLEAN,
    time             TEXT CHECK (length(time) BETWEEN 1 AND 5),
    zone             TEXT CHECK (zone IN ('Europe/London')),
    place            TEXT CHECK (length(place) BETWEEN 1 AND 200),
    way              TEXT CHECK (way IN ('in-person', 'remote', 'both')),
    type             TEXT CHECK (type IN ('ordinary', 'special', 'annual')),
    status           TEXT CHECK (status IN ('planned', 'held', 'inquorate', 'cancelled')),
    reason           TEXT CHECK (length(reason) BETWEEN 1 AND 1000),
    moved_from       DATE,
    cycle            TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    notice_published DATE,
    agenda_published DATE,
    short_notice     TEXT CHECK (length(short_notice) BETWEEN 1 AND 1000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX meetings_meeting_body ON meetings_meeting (body);
CREATE INDEX meetings_meeting_cycle ON meetings_meeting (cycle);

CREATE TABLE meetings_agenda_item (
    id                    TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version               INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day              DATE,
    until_day             DATE,
    attested_day          DATE,
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
    added                 DATE,
    late                  BOOLEAN,
    special_circumstances TEXT CHECK (length(special_circumstances) BETWEEN 1 AND 1000),
    admitted_by           TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    access                TEXT CHECK (access IN ('open', 'exempt', 'confidential')),
    public_title          TEXT CHECK (length(public_title) BETWEEN 1 AND 300),
    exempt_under          TEXT CHECK (exempt_under IN ('1', '2', '3', '4', '5', '6', '7')),
    exempt_because        TEXT CHECK (length(exempt_because) BETWEEN 1 AND 1000),
    came_from             TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX meetings_agenda_item_meeting ON meetings_agenda_item (meeting);
CREATE INDEX meetings_agenda_item_presenter ON meetings_agenda_item (presenter);
CREATE INDEX meetings_agenda_item_report_of ON meetings_agenda_item (report_of);
CREATE INDEX meetings_agenda_item_admitted_by ON meetings_agenda_item (admitted_by);
CREATE INDEX meetings_agenda_item_came_from ON meetings_agenda_item (came_from);

CREATE TABLE meetings_report (
    id                 TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version            INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day           DATE,
    until_day          DATE,
    attested_day       DATE,
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
    background_papers  TEXT CHECK (length(background_papers) BETWEEN 1 AND 2000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX meetings_report_item ON meetings_report (item);
CREATE INDEX meetings_report_author ON meetings_report (author);

CREATE TABLE meetings_register_entry (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
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
CREATE INDEX meetings_register_entry_seat ON meetings_register_entry (seat);
CREATE INDEX meetings_register_entry_organisation ON meetings_register_entry (organisation);

CREATE TABLE meetings_declaration (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    item         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    seat         TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    interest     TEXT NOT NULL CHECK (interest IN ('personal', 'prejudicial', 'pecuniary', 'other')),
    nature       TEXT NOT NULL CHECK (length(nature) BETWEEN 1 AND 1000),
    left_room    BOOLEAN,
    dispensation TEXT CHECK (length(dispensation) BETWEEN 1 AND 300),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX meetings_declaration_item ON meetings_declaration (item);
CREATE INDEX meetings_declaration_seat ON meetings_declaration (seat);

CREATE TABLE meetings_resolution (
    id                 TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version            INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day           DATE,
    until_day          DATE,
    attested_day       DATE,
    provenance         TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources            TEXT NOT NULL,
    note               TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name               TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    body               TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    meeting            TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    item               TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    "on"               DATE NOT NULL,
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
    casting            BOOLEAN,
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
    key                BOOLEAN,
    call_in            TEXT CHECK (call_in IN ('open', 'urgent', 'not-executive')),
    no_call_in_because TEXT CHECK (length(no_call_in_because) BETWEEN 1 AND 1000),
    published          DATE,
    implemented        DATE,
    sent_to            TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    replaces           TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX meetings_resolution_body ON meetings_resolution (body);
CREATE INDEX meetings_resolution_meeting ON meetings_resolution (meeting);
CREATE INDEX meetings_resolution_item ON meetings_resolution (item);
CREATE INDEX meetings_resolution_decided_by ON meetings_resolution (decided_by);
CREATE INDEX meetings_resolution_reported_to ON meetings_resolution (reported_to);
CREATE INDEX meetings_resolution_sent_to ON meetings_resolution (sent_to);
CREATE INDEX meetings_resolution_replaces ON meetings_resolution (replaces);

CREATE TABLE meetings_call_in (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
    provenance   TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources      TEXT NOT NULL,
    note         TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    resolution   TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    "on"         DATE NOT NULL,
    time         TEXT CHECK (length(time) BETWEEN 1 AND 5),
    "by"         TEXT NOT NULL CHECK (length("by") BETWEEN 1 AND 1000),
    reason       TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    heard_at     TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    outcome      TEXT CHECK (outcome IN ('released', 'referred-back', 'referred-on')),
    outcome_note TEXT CHECK (length(outcome_note) BETWEEN 1 AND 2000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX meetings_call_in_resolution ON meetings_call_in (resolution);
CREATE INDEX meetings_call_in_heard_at ON meetings_call_in (heard_at);

CREATE TABLE meetings_meeting_action (
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
    meeting      TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    item         TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    resolution   TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    owner        TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    due          DATE,
    state        TEXT CHECK (state IN ('open', 'done', 'dropped')),
    done         DATE,
    evidence     TEXT CHECK (length(evidence) BETWEEN 1 AND 2000),
    escalated    DATE,
    escalated_to TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    reminded     DATE,
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX meetings_meeting_action_body ON meetings_meeting_action (body);
CREATE INDEX meetings_meeting_action_meeting ON meetings_meeting_action (meeting);
CREATE INDEX meetings_meeting_action_item ON meetings_meeting_action (item);
CREATE INDEX meetings_meeting_action_resolution ON meetings_meeting_action (resolution);
CREATE INDEX meetings_meeting_action_owner ON meetings_meeting_action (owner);
CREATE INDEX meetings_meeting_action_escalated_to ON meetings_meeting_action (escalated_to);

CREATE TABLE meetings_minutes (
    id           TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version      INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day     DATE,
    until_day    DATE,
    attested_day DATE,
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
    confirmed_on DATE,
    corrections  TEXT CHECK (length(corrections) BETWEEN 1 AND 4000),
    first_number INTEGER CHECK (first_number BETWEEN 1 AND 9999),
    last_number  INTEGER CHECK (last_number BETWEEN 1 AND 9999),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX meetings_minutes_meeting ON meetings_minutes (meeting);
CREATE INDEX meetings_minutes_confirmed_at ON meetings_minutes (confirmed_at);

CREATE TABLE meetings_forward_plan_entry (
    id                  TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    version             INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000),
    from_day            DATE,
    until_day           DATE,
    attested_day        DATE,
    provenance          TEXT NOT NULL CHECK (provenance IN ('stated', 'figure', 'absence', 'unclear', 'concern', 'proposed', 'assumption')),
    sources             TEXT NOT NULL,
    note                TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    name                TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    decided_by          TEXT NOT NULL REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    due                 DATE NOT NULL,
    key_because         TEXT NOT NULL CHECK (key_because LIKE '["%"]'),
    value               INTEGER CHECK (value BETWEEN 0 AND 2000000000),
    wards               TEXT CHECK (wards LIKE '["%"]'),
    consultees          TEXT CHECK (length(consultees) BETWEEN 1 AND 1000),
    representations     TEXT CHECK (length(representations) BETWEEN 1 AND 500),
    documents           TEXT CHECK (length(documents) BETWEEN 1 AND 2000),
    published           DATE,
    exception           TEXT CHECK (exception IN ('general', 'urgent')),
    exception_reason    TEXT CHECK (length(exception_reason) BETWEEN 1 AND 1000),
    exception_agreed_by TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    exception_on        DATE,
    resolution          TEXT REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED,
    withdrawn           TEXT CHECK (length(withdrawn) BETWEEN 1 AND 1000),
    PRIMARY KEY (id, version),
    CHECK (until_day > from_day)
);
CREATE INDEX meetings_forward_plan_entry_decided_by ON meetings_forward_plan_entry (decided_by);
CREATE INDEX meetings_forward_plan_entry_exception_agreed_by ON meetings_forward_plan_entry (exception_agreed_by);
CREATE INDEX meetings_forward_plan_entry_resolution ON meetings_forward_plan_entry (resolution);

CREATE INDEX meetings_meeting_on ON meetings_meeting ("on");
CREATE INDEX meetings_resolution_on ON meetings_resolution ("on");
