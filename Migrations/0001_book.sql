-- The book: who publishes, what was published, and where each row was taken from.
--
-- Days are integers, days since 1970-01-01. A key column cannot be NULL, so a day that is
-- not known is -719163 there, one before 0001-01-01, the first day there is, and a source
-- that was not said is number 0. The views at the end show both as NULL, days as ISO dates
-- and numbers as codes; they are what other programs should read.
--
-- What an import writes names the file and line it stands on (NULL: another program wrote
-- it), and what replaces or deletes a row leaves the old one in the table's _correction,
-- with the import that did it (NULL: another program did). Only an INSERT OR REPLACE from
-- outside gets around that: SQLite fires no trigger for it unless recursive_triggers is on.

-- What a value is printed in: one unit is 10 to the power exponent of its dimension's base.
CREATE TABLE unit (
    id        INTEGER PRIMARY KEY,
    code      TEXT    NOT NULL,
    dimension TEXT    NOT NULL,
    exponent  INTEGER NOT NULL CHECK (exponent BETWEEN 0 AND 18),
    UNIQUE (dimension, code)
) STRICT;

-- What is measured.
CREATE TABLE metric (
    id           INTEGER PRIMARY KEY,
    code         TEXT    NOT NULL UNIQUE,
    name         TEXT    NOT NULL,
    unit         INTEGER NOT NULL REFERENCES unit,
    dimension    TEXT    NOT NULL,
    kind         TEXT    NOT NULL CHECK (kind IN ('instant', 'flow', 'average')),
    max_age_days INTEGER, -- NULL: not carried forward
    definition   TEXT    NOT NULL
) STRICT;

-- Who stands behind a figure; of two vintages the one of the lower rank counts.
CREATE TABLE status (
    id   INTEGER PRIMARY KEY,
    name TEXT    NOT NULL UNIQUE,
    rank INTEGER NOT NULL
) STRICT;

-- One call of import.
CREATE TABLE import (
    number   INTEGER PRIMARY KEY AUTOINCREMENT, -- never given to another one, even if undone
    recorded TEXT    NOT NULL, -- UTC, as 2026-01-15T12:30:00Z
    version  TEXT    NOT NULL  -- of the program
) STRICT;

-- One file of an import. Ids grow, so those of an import are greater than all before it.
CREATE TABLE import_file (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    import    INTEGER NOT NULL REFERENCES import,
    name      TEXT    NOT NULL,
    sha256    TEXT    NOT NULL,
    kind      TEXT    NOT NULL,
    inserted  INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    restated  INTEGER NOT NULL DEFAULT 0, -- of the inserted
    corrected INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX import_file_by_import ON import_file (import);

-- Where a figure was read; number 0 is the empty text.
CREATE TABLE source (
    id   INTEGER PRIMARY KEY,
    text TEXT    NOT NULL UNIQUE
) STRICT;

-- What a figure is about: a company, the network or a group of companies.
CREATE TABLE subject (
    id              INTEGER PRIMARY KEY,
    code            TEXT    NOT NULL COLLATE NOCASE UNIQUE,
    kind            TEXT    NOT NULL CHECK (kind IN ('company', 'network', 'group')),
    name            TEXT    CHECK (name IS NOT NULL OR kind <> 'company'),
    country         TEXT,
    exchange        TEXT,
    fiscal_year_end INTEGER CHECK (fiscal_year_end BETWEEN 1 AND 12),
    parent          TEXT    COLLATE NOCASE -- a code, so that it may come in a later row
                            REFERENCES subject (code) DEFERRABLE INITIALLY DEFERRED,
    note            TEXT,
    file            INTEGER REFERENCES import_file,
    line            INTEGER
) STRICT;

CREATE INDEX subject_by_kind ON subject (kind, code COLLATE BINARY);

-- Another ticker or name of a company, from one day to another, both included.
CREATE TABLE alias (
    alias      TEXT    NOT NULL,
    company    INTEGER NOT NULL REFERENCES subject,
    valid_from INTEGER NOT NULL,
    valid_to   INTEGER, -- NULL: to this day
    note       TEXT,
    file       INTEGER REFERENCES import_file,
    line       INTEGER,
    PRIMARY KEY (alias, company, valid_from)
) STRICT, WITHOUT ROWID;

-- A company's membership of a group, from the day it joined to the day it left.
CREATE TABLE membership (
    group_subject INTEGER NOT NULL REFERENCES subject,
    company       INTEGER NOT NULL REFERENCES subject,
    joined_on     INTEGER NOT NULL,
    left_on       INTEGER, -- NULL: it is still a member
    note          TEXT,
    file          INTEGER REFERENCES import_file,
    line          INTEGER,
    PRIMARY KEY (group_subject, company, joined_on)
) STRICT, WITHOUT ROWID;

-- One published figure. Rows lie in the order of their key, so that whatever a report asks
-- for, one period or a series, is one seek.
CREATE TABLE observation (
    subject      INTEGER NOT NULL REFERENCES subject,
    metric       INTEGER NOT NULL REFERENCES metric,
    period_end   INTEGER NOT NULL CHECK (period_end <= 2932896), -- 9999-12-31
    period_start INTEGER NOT NULL CHECK (period_start BETWEEN -719162 AND period_end),
    published_on INTEGER NOT NULL CHECK (published_on BETWEEN -719163 AND 2932896),
    source       INTEGER NOT NULL REFERENCES source,
    value        INTEGER NOT NULL, -- in base units of the metric's dimension
    unit         INTEGER NOT NULL REFERENCES unit, -- as printed
    decimals     INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 18), -- as printed
    status       INTEGER NOT NULL REFERENCES status,
    note         TEXT,
    file         INTEGER REFERENCES import_file,
    line         INTEGER,
    PRIMARY KEY (subject, metric, period_end, period_start, published_on, source)
) STRICT, WITHOUT ROWID;

-- An aggregate that somebody printed, to be verified. Periods are kept as in observation.
CREATE TABLE claim (
    subject      INTEGER NOT NULL REFERENCES subject,
    figure       TEXT    NOT NULL,
    on_end       INTEGER NOT NULL CHECK (on_end <= 2932896),
    on_start     INTEGER NOT NULL CHECK (on_start BETWEEN -719162 AND on_end),
    since_end    INTEGER NOT NULL CHECK (since_end <= 2932896),
    since_start  INTEGER NOT NULL CHECK (since_start BETWEEN -719163 AND since_end),
    publisher    TEXT    NOT NULL,
    published_on INTEGER NOT NULL CHECK (published_on BETWEEN -719163 AND 2932896),
    source       INTEGER NOT NULL REFERENCES source,
    value        INTEGER NOT NULL,
    unit         INTEGER NOT NULL REFERENCES unit,
    decimals     INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 18),
    note         TEXT,
    file         INTEGER REFERENCES import_file,
    line         INTEGER,
    PRIMARY KEY (
        subject, figure, on_end, on_start, since_end, since_start, publisher, published_on, source)
) STRICT, WITHOUT ROWID;

-- What rows were before they were replaced or deleted. A row is replaced where its content
-- changes, not where only the file and line it was taken from do.

CREATE TABLE correction (
    id           INTEGER PRIMARY KEY,
    corrected_at TEXT    NOT NULL,
    import       INTEGER REFERENCES import,
    change       TEXT    NOT NULL CHECK (change IN ('update', 'delete')),
    subject      INTEGER NOT NULL,
    metric       INTEGER NOT NULL,
    period_end   INTEGER NOT NULL,
    period_start INTEGER NOT NULL,
    published_on INTEGER NOT NULL,
    source       INTEGER NOT NULL,
    value        INTEGER NOT NULL,
    unit         INTEGER NOT NULL,
    decimals     INTEGER NOT NULL,
    status       INTEGER NOT NULL,
    note         TEXT,
    file         INTEGER,
    line         INTEGER
) STRICT;

CREATE INDEX correction_by_period ON correction (subject, metric, period_end, period_start);

CREATE TRIGGER observation_update AFTER UPDATE ON observation
WHEN (
    OLD.subject, OLD.metric, OLD.period_end, OLD.period_start, OLD.published_on, OLD.source,
    OLD.value, OLD.unit, OLD.decimals, OLD.status, OLD.note
) IS NOT (
    NEW.subject, NEW.metric, NEW.period_end, NEW.period_start, NEW.published_on, NEW.source,
    NEW.value, NEW.unit, NEW.decimals, NEW.status, NEW.note
)
BEGIN
    INSERT INTO correction (
        corrected_at, import, change, subject, metric, period_end, period_start, published_on,
        source, value, unit, decimals, status, note, file, line)
    SELECT
        coalesce(import.recorded, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        import.number,
        'update',
        OLD.subject, OLD.metric, OLD.period_end, OLD.period_start, OLD.published_on,
        OLD.source, OLD.value, OLD.unit, OLD.decimals, OLD.status, OLD.note, OLD.file, OLD.line
    FROM (SELECT 1)
    LEFT JOIN import_file ON import_file.id = NEW.file AND NEW.file IS NOT OLD.file
    LEFT JOIN import ON import.number = import_file.import;
END;

CREATE TRIGGER observation_delete AFTER DELETE ON observation
BEGIN
    INSERT INTO correction (
        corrected_at, import, change, subject, metric, period_end, period_start, published_on,
        source, value, unit, decimals, status, note, file, line)
    VALUES (
        strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), NULL, 'delete',
        OLD.subject, OLD.metric, OLD.period_end, OLD.period_start, OLD.published_on,
        OLD.source, OLD.value, OLD.unit, OLD.decimals, OLD.status, OLD.note, OLD.file, OLD.line);
END;

CREATE TABLE claim_correction (
    id           INTEGER PRIMARY KEY,
    corrected_at TEXT    NOT NULL,
    import       INTEGER REFERENCES import,
    change       TEXT    NOT NULL CHECK (change IN ('update', 'delete')),
    subject      INTEGER NOT NULL,
    figure       TEXT    NOT NULL,
    on_end       INTEGER NOT NULL,
    on_start     INTEGER NOT NULL,
    since_end    INTEGER NOT NULL,
    since_start  INTEGER NOT NULL,
    publisher    TEXT    NOT NULL,
    published_on INTEGER NOT NULL,
    source       INTEGER NOT NULL,
    value        INTEGER NOT NULL,
    unit         INTEGER NOT NULL,
    decimals     INTEGER NOT NULL,
    note         TEXT,
    file         INTEGER,
    line         INTEGER
) STRICT;

CREATE TRIGGER claim_update AFTER UPDATE ON claim
WHEN (
    OLD.subject, OLD.figure, OLD.on_end, OLD.on_start, OLD.since_end, OLD.since_start,
    OLD.publisher, OLD.published_on, OLD.source, OLD.value, OLD.unit, OLD.decimals, OLD.note
) IS NOT (
    NEW.subject, NEW.figure, NEW.on_end, NEW.on_start, NEW.since_end, NEW.since_start,
    NEW.publisher, NEW.published_on, NEW.source, NEW.value, NEW.unit, NEW.decimals, NEW.note
)
BEGIN
    INSERT INTO claim_correction (
        corrected_at, import, change, subject, figure, on_end, on_start, since_end,
        since_start, publisher, published_on, source, value, unit, decimals, note, file, line)
    SELECT
        coalesce(import.recorded, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        import.number,
        'update',
        OLD.subject, OLD.figure, OLD.on_end, OLD.on_start, OLD.since_end, OLD.since_start,
        OLD.publisher, OLD.published_on, OLD.source, OLD.value, OLD.unit, OLD.decimals,
        OLD.note, OLD.file, OLD.line
    FROM (SELECT 1)
    LEFT JOIN import_file ON import_file.id = NEW.file AND NEW.file IS NOT OLD.file
    LEFT JOIN import ON import.number = import_file.import;
END;

CREATE TRIGGER claim_delete AFTER DELETE ON claim
BEGIN
    INSERT INTO claim_correction (
        corrected_at, import, change, subject, figure, on_end, on_start, since_end,
        since_start, publisher, published_on, source, value, unit, decimals, note, file, line)
    VALUES (
        strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), NULL, 'delete',
        OLD.subject, OLD.figure, OLD.on_end, OLD.on_start, OLD.since_end, OLD.since_start,
        OLD.publisher, OLD.published_on, OLD.source, OLD.value, OLD.unit, OLD.decimals,
        OLD.note, OLD.file, OLD.line);
END;

CREATE TABLE subject_correction (
    id              INTEGER PRIMARY KEY,
    corrected_at    TEXT    NOT NULL,
    import          INTEGER REFERENCES import,
    change          TEXT    NOT NULL CHECK (change IN ('update', 'delete')),
    subject         INTEGER NOT NULL,
    code            TEXT    NOT NULL,
    kind            TEXT    NOT NULL,
    name            TEXT,
    country         TEXT,
    exchange        TEXT,
    fiscal_year_end INTEGER,
    parent          TEXT,
    note            TEXT,
    file            INTEGER,
    line            INTEGER
) STRICT;

CREATE TRIGGER subject_update AFTER UPDATE ON subject
WHEN (
    OLD.code, OLD.kind, OLD.name, OLD.country, OLD.exchange, OLD.fiscal_year_end, OLD.parent,
    OLD.note
) IS NOT (
    NEW.code, NEW.kind, NEW.name, NEW.country, NEW.exchange, NEW.fiscal_year_end, NEW.parent,
    NEW.note
)
BEGIN
    INSERT INTO subject_correction (
        corrected_at, import, change, subject, code, kind, name, country, exchange,
        fiscal_year_end, parent, note, file, line)
    SELECT
        coalesce(import.recorded, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        import.number,
        'update',
        OLD.id, OLD.code, OLD.kind, OLD.name, OLD.country, OLD.exchange, OLD.fiscal_year_end,
        OLD.parent, OLD.note, OLD.file, OLD.line
    FROM (SELECT 1)
    LEFT JOIN import_file ON import_file.id = NEW.file AND NEW.file IS NOT OLD.file
    LEFT JOIN import ON import.number = import_file.import;
END;

CREATE TRIGGER subject_delete AFTER DELETE ON subject
BEGIN
    INSERT INTO subject_correction (
        corrected_at, import, change, subject, code, kind, name, country, exchange,
        fiscal_year_end, parent, note, file, line)
    VALUES (
        strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), NULL, 'delete',
        OLD.id, OLD.code, OLD.kind, OLD.name, OLD.country, OLD.exchange, OLD.fiscal_year_end,
        OLD.parent, OLD.note, OLD.file, OLD.line);
END;

CREATE TABLE alias_correction (
    id           INTEGER PRIMARY KEY,
    corrected_at TEXT    NOT NULL,
    import       INTEGER REFERENCES import,
    change       TEXT    NOT NULL CHECK (change IN ('update', 'delete')),
    alias        TEXT    NOT NULL,
    company      INTEGER NOT NULL,
    valid_from   INTEGER NOT NULL,
    valid_to     INTEGER,
    note         TEXT,
    file         INTEGER,
    line         INTEGER
) STRICT;

CREATE TRIGGER alias_update AFTER UPDATE ON alias
WHEN (
    OLD.alias, OLD.company, OLD.valid_from, OLD.valid_to, OLD.note
) IS NOT (
    NEW.alias, NEW.company, NEW.valid_from, NEW.valid_to, NEW.note
)
BEGIN
    INSERT INTO alias_correction (
        corrected_at, import, change, alias, company, valid_from, valid_to, note, file, line)
    SELECT
        coalesce(import.recorded, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        import.number,
        'update',
        OLD.alias, OLD.company, OLD.valid_from, OLD.valid_to, OLD.note, OLD.file, OLD.line
    FROM (SELECT 1)
    LEFT JOIN import_file ON import_file.id = NEW.file AND NEW.file IS NOT OLD.file
    LEFT JOIN import ON import.number = import_file.import;
END;

CREATE TRIGGER alias_delete AFTER DELETE ON alias
BEGIN
    INSERT INTO alias_correction (
        corrected_at, import, change, alias, company, valid_from, valid_to, note, file, line)
    VALUES (
        strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), NULL, 'delete',
        OLD.alias, OLD.company, OLD.valid_from, OLD.valid_to, OLD.note, OLD.file, OLD.line);
END;

CREATE TABLE membership_correction (
    id            INTEGER PRIMARY KEY,
    corrected_at  TEXT    NOT NULL,
    import        INTEGER REFERENCES import,
    change        TEXT    NOT NULL CHECK (change IN ('update', 'delete')),
    group_subject INTEGER NOT NULL,
    company       INTEGER NOT NULL,
    joined_on     INTEGER NOT NULL,
    left_on       INTEGER,
    note          TEXT,
    file          INTEGER,
    line          INTEGER
) STRICT;

CREATE TRIGGER membership_update AFTER UPDATE ON membership
WHEN (
    OLD.group_subject, OLD.company, OLD.joined_on, OLD.left_on, OLD.note
) IS NOT (
    NEW.group_subject, NEW.company, NEW.joined_on, NEW.left_on, NEW.note
)
BEGIN
    INSERT INTO membership_correction (
        corrected_at, import, change, group_subject, company, joined_on, left_on, note, file,
        line)
    SELECT
        coalesce(import.recorded, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        import.number,
        'update',
        OLD.group_subject, OLD.company, OLD.joined_on, OLD.left_on, OLD.note, OLD.file,
        OLD.line
    FROM (SELECT 1)
    LEFT JOIN import_file ON import_file.id = NEW.file AND NEW.file IS NOT OLD.file
    LEFT JOIN import ON import.number = import_file.import;
END;

CREATE TRIGGER membership_delete AFTER DELETE ON membership
BEGIN
    INSERT INTO membership_correction (
        corrected_at, import, change, group_subject, company, joined_on, left_on, note, file,
        line)
    VALUES (
        strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), NULL, 'delete',
        OLD.group_subject, OLD.company, OLD.joined_on, OLD.left_on, OLD.note, OLD.file,
        OLD.line);
END;

-- Every vintage of every figure: value in the metric's unit, printed as it was printed.
-- counts is 1 on the one vintage of its period that counts: the best status, then the latest
-- publication (the end of the period where that is unknown), then the greater source, then
-- the one whose publication is known.
CREATE VIEW observations AS
SELECT
    subject,
    metric,
    CASE
        WHEN period_start = period_end THEN period_end
        WHEN substr(period_start, 9) = '01' AND period_end = date(period_start, '+1 month', '-1 day')
            THEN substr(period_end, 1, 7)
        WHEN substr(period_start, 1, 4) = substr(period_end, 1, 4) THEN
            CASE substr(period_start, 6) || '/' || substr(period_end, 6)
                WHEN '01-01/12-31' THEN substr(period_end, 1, 4)
                WHEN '01-01/03-31' THEN substr(period_end, 1, 4) || 'Q1'
                WHEN '04-01/06-30' THEN substr(period_end, 1, 4) || 'Q2'
                WHEN '07-01/09-30' THEN substr(period_end, 1, 4) || 'Q3'
                WHEN '10-01/12-31' THEN substr(period_end, 1, 4) || 'Q4'
                WHEN '12-01/12-31' THEN substr(period_end, 1, 7) -- of 9999, which has no next month
                ELSE period_start || '/' || period_end
            END
        ELSE period_start || '/' || period_end
    END AS period,
    period_start,
    period_end,
    CAST(value AS REAL) / CAST('1e' || metric_exponent AS REAL) AS value,
    metric_unit AS unit,
    iif(value < 0, '-', '')
        || substr(digits, 1, length(digits) - exponent)
        || iif(decimals > 0, '.' || substr(digits, length(digits) - exponent + 1, decimals), '')
        || ' ' || unit AS printed,
    status,
    published_on,
    source,
    note,
    import,
    file,
    line,
    counts
FROM (
    SELECT
        subject.code AS subject,
        metric.code AS metric,
        date(o.period_start * 86400, 'unixepoch') AS period_start,
        date(o.period_end * 86400, 'unixepoch') AS period_end,
        o.value AS value,
        metric_unit.code AS metric_unit,
        metric_unit.exponent AS metric_exponent,
        -- The digits of the value, at least one more than its unit's exponent.
        substr('0000000000000000000', 1, unit.exponent + 1 - length(ltrim(o.value, '-')))
            || ltrim(o.value, '-') AS digits,
        unit.code AS unit,
        unit.exponent AS exponent,
        o.decimals AS decimals,
        status.name AS status,
        iif(o.published_on = -719163, NULL, date(o.published_on * 86400, 'unixepoch'))
            AS published_on,
        nullif(source.text, '') AS source,
        o.note AS note,
        import_file.import AS import,
        import_file.name AS file,
        o.line AS line,
        NOT EXISTS (
            SELECT 1
            FROM observation AS other
            JOIN status AS other_status ON other_status.id = other.status
            JOIN source AS other_source ON other_source.id = other.source
            WHERE other.subject = o.subject
                AND other.metric = o.metric
                AND other.period_end = o.period_end
                AND other.period_start = o.period_start
                AND (
                    -other_status.rank,
                    iif(other.published_on = -719163, other.period_end, other.published_on),
                    other_source.text,
                    other.published_on
                ) > (
                    -status.rank,
                    iif(o.published_on = -719163, o.period_end, o.published_on),
                    source.text,
                    o.published_on
                )
        ) AS counts
    FROM observation AS o
    JOIN subject ON subject.id = o.subject
    JOIN metric ON metric.id = o.metric
    JOIN unit AS metric_unit ON metric_unit.id = metric.unit
    JOIN unit ON unit.id = o.unit
    JOIN status ON status.id = o.status
    JOIN source ON source.id = o.source
    LEFT JOIN import_file ON import_file.id = o.file
);

-- The vintage that counts of every subject, metric and period.
CREATE VIEW latest_observations AS
SELECT
    subject, metric, period, period_start, period_end, value, unit, printed, status, published_on,
    source, note, import, file, line
FROM observations
WHERE counts;

CREATE VIEW companies AS
SELECT
    code AS ticker,
    subject.name AS name,
    country,
    exchange,
    fiscal_year_end,
    parent,
    note,
    import,
    import_file.name AS file,
    line
FROM subject
LEFT JOIN import_file ON import_file.id = file
WHERE subject.kind = 'company';

-- What others printed; value is in the unit it was printed in.
CREATE VIEW claims AS
SELECT
    publisher,
    subject,
    figure,
    CASE
        WHEN on_start = on_end THEN on_end
        WHEN substr(on_start, 9) = '01' AND on_end = date(on_start, '+1 month', '-1 day')
            THEN substr(on_end, 1, 7)
        WHEN substr(on_start, 1, 4) = substr(on_end, 1, 4) THEN
            CASE substr(on_start, 6) || '/' || substr(on_end, 6)
                WHEN '01-01/12-31' THEN substr(on_end, 1, 4)
                WHEN '01-01/03-31' THEN substr(on_end, 1, 4) || 'Q1'
                WHEN '04-01/06-30' THEN substr(on_end, 1, 4) || 'Q2'
                WHEN '07-01/09-30' THEN substr(on_end, 1, 4) || 'Q3'
                WHEN '10-01/12-31' THEN substr(on_end, 1, 4) || 'Q4'
                WHEN '12-01/12-31' THEN substr(on_end, 1, 7) -- of 9999, which has no next month
                ELSE on_start || '/' || on_end
            END
        ELSE on_start || '/' || on_end
    END AS on_,
    CASE
        WHEN since_start = since_end THEN since_end
        WHEN substr(since_start, 9) = '01' AND since_end = date(since_start, '+1 month', '-1 day')
            THEN substr(since_end, 1, 7)
        WHEN substr(since_start, 1, 4) = substr(since_end, 1, 4) THEN
            CASE substr(since_start, 6) || '/' || substr(since_end, 6)
                WHEN '01-01/12-31' THEN substr(since_end, 1, 4)
                WHEN '01-01/03-31' THEN substr(since_end, 1, 4) || 'Q1'
                WHEN '04-01/06-30' THEN substr(since_end, 1, 4) || 'Q2'
                WHEN '07-01/09-30' THEN substr(since_end, 1, 4) || 'Q3'
                WHEN '10-01/12-31' THEN substr(since_end, 1, 4) || 'Q4'
                WHEN '12-01/12-31' THEN substr(since_end, 1, 7) -- of 9999, which has no next month
                ELSE since_start || '/' || since_end
            END
        ELSE since_start || '/' || since_end
    END AS since,
    CAST(value AS REAL) / CAST('1e' || exponent AS REAL) AS value,
    unit,
    iif(value < 0, '-', '')
        || substr(digits, 1, length(digits) - exponent)
        || iif(decimals > 0, '.' || substr(digits, length(digits) - exponent + 1, decimals), '')
        || ' ' || unit AS printed,
    published_on,
    source,
    note,
    import,
    file,
    line
FROM (
    SELECT
        claim.publisher AS publisher,
        subject.code AS subject,
        claim.figure AS figure,
        date(claim.on_start * 86400, 'unixepoch') AS on_start,
        date(claim.on_end * 86400, 'unixepoch') AS on_end,
        iif(claim.since_start = -719163, NULL, date(claim.since_start * 86400, 'unixepoch'))
            AS since_start,
        iif(claim.since_end = -719163, NULL, date(claim.since_end * 86400, 'unixepoch'))
            AS since_end,
        claim.value AS value,
        substr('0000000000000000000', 1, unit.exponent + 1 - length(ltrim(claim.value, '-')))
            || ltrim(claim.value, '-') AS digits,
        unit.code AS unit,
        unit.exponent AS exponent,
        claim.decimals AS decimals,
        iif(claim.published_on = -719163, NULL, date(claim.published_on * 86400, 'unixepoch'))
            AS published_on,
        nullif(source.text, '') AS source,
        claim.note AS note,
        import_file.import AS import,
        import_file.name AS file,
        claim.line AS line
    FROM claim
    JOIN subject ON subject.id = claim.subject
    JOIN unit ON unit.id = claim.unit
    JOIN source ON source.id = claim.source
    LEFT JOIN import_file ON import_file.id = claim.file
);

-- Statuses, units and metrics, numbered as in the program's catalogues.

INSERT INTO status (id, name, rank) VALUES
    (1, 'reported',    0),
    (2, 'preliminary', 0),
    (3, 'restated',    0),
    (4, 'aggregated',  1),
    (5, 'estimated',   2);

INSERT INTO unit (id, code, dimension, exponent) VALUES
    ( 1, 'MH/s',         'hashrate',            0),
    ( 2, 'GH/s',         'hashrate',            3),
    ( 3, 'TH/s',         'hashrate',            6),
    ( 4, 'PH/s',         'hashrate',            9),
    ( 5, 'EH/s',         'hashrate',           12),
    ( 6, 'ZH/s',         'hashrate',           15),
    ( 7, 'sat',          'bitcoin',             0),
    ( 8, 'BTC',          'bitcoin',             8),
    ( 9, 'US cents',     'money',               0),
    (10, 'USD',          'money',               2),
    (11, 'USD k',        'money',               5),
    (12, 'USD m',        'money',               8),
    (13, 'USD bn',       'money',              11),
    (14, 'USD tn',       'money',              14),
    (15, 'USD',          'price per share',     6),
    (16, 'USD/BTC',      'price per bitcoin',   6),
    (17, 'USD/MWh',      'price per energy',    6),
    (18, 'USD/kWh',      'price per energy',    9),
    (19, 'US cents/kWh', 'price per energy',    7),
    (20, 'USD/TH/day',   'price per hashrate',  9),
    (21, 'USD/PH/day',   'price per hashrate',  6),
    (22, 'USD/EH/day',   'price per hashrate',  3),
    (23, 'count',        'count',               0),
    (24, 'shares',       'count',               0),
    (25, 'shares k',     'count',               3),
    (26, 'shares m',     'count',               6),
    (27, 'shares bn',    'count',               9),
    (28, 'blocks',       'count',               0),
    (29, 'J/TH',         'efficiency',          3),
    (30, 'J/GH',         'efficiency',          6),
    (31, 'W',            'power',               0),
    (32, 'kW',           'power',               3),
    (33, 'MW',           'power',               6),
    (34, 'GW',           'power',               9),
    (35, 'Wh',           'energy',              0),
    (36, 'kWh',          'energy',              3),
    (37, 'MWh',          'energy',              6),
    (38, 'GWh',          'energy',              9),
    (39, 'TWh',          'energy',             12),
    (40, 'difficulty',   'difficulty',          0),
    (41, 'T',            'difficulty',         12),
    (42, 'BTC/day',      'bitcoin per day',     8),
    (43, 'sat/day',      'bitcoin per day',     0),
    (44, '%',            'percentage',          6),
    (45, 'bp',           'percentage',          4),
    (46, 'x',            'multiple',            6);

INSERT INTO metric (id, code, name, unit, dimension, kind, max_age_days, definition) VALUES
    (1, 'deployed_hashrate', 'Deployed hashrate', 5, 'hashrate', 'instant', 400,
        'Self-mining machines installed and energized at the date (companies say deployed,'
            || ' installed or energized). Not managed, hosted, owned-but-undelivered or average'
            || ' operating hashrate.'),
    (2, 'managed_hashrate', 'Hashrate under management', 5, 'hashrate', 'instant', 400,
        'Self-mining plus hosted plus joint-venture machines at 100 %, at the date.'),
    (3, 'hosted_hashrate', 'Hosted hashrate', 5, 'hashrate', 'instant', 400,
        'Customers'' machines hosted by the company at the date.'),
    (4, 'target_hashrate', 'Target hashrate', 5, 'hashrate', 'instant', 400,
        'The deployed hashrate that the company says it will have at the date; never counted'
            || ' as deployed.'),
    (5, 'operating_hashrate', 'Average operating hashrate', 5, 'hashrate', 'average', NULL,
        'Average hashrate actually operating over the period.'),
    (6, 'btc_mined', 'BTC mined', 8, 'bitcoin', 'flow', NULL,
        'Self-mined bitcoin over the period, the company''s share of joint ventures included'
            || ' as it reports it.'),
    (7, 'btc_sold', 'BTC sold', 8, 'bitcoin', 'flow', NULL,
        'Bitcoin sold over the period.'),
    (8, 'btc_held', 'BTC held', 8, 'bitcoin', 'instant', 400,
        'All bitcoin held at the date, restricted, pledged and loaned coins included.'),
    (9, 'btc_restricted', 'BTC restricted', 8, 'bitcoin', 'instant', 400,
        'The part of btc_held that is restricted, pledged or loaned.'),
    (10, 'market_cap', 'Market capitalization', 10, 'money', 'instant', 14,
        'Share price times shares outstanding at the close of the date; the source''s note'
            || ' says basic or diluted.'),
    (11, 'share_price', 'Share price', 15, 'price per share', 'instant', 14,
        'Closing price per share (per ADS where that is what trades).'),
    (12, 'shares_outstanding', 'Shares outstanding', 24, 'count', 'instant', 400,
        'Basic shares outstanding at the date.'),
    (13, 'total_debt', 'Total debt', 10, 'money', 'instant', 400,
        'Interest-bearing debt, convertible notes included, at the date.'),
    (14, 'cash', 'Cash and equivalents', 10, 'money', 'instant', 400,
        'Cash and cash equivalents at the date, bitcoin excluded.'),
    (15, 'fleet_efficiency', 'Fleet efficiency', 29, 'efficiency', 'instant', 400,
        'Energy per terahash of the deployed fleet; 1 J/TH = 1 W per TH/s = 1 MW per EH/s.'),
    (16, 'power_capacity', 'Operating power capacity', 33, 'power', 'instant', 400,
        'Energized electrical capacity at the date, gross.'),
    (17, 'power_pipeline', 'Power pipeline', 33, 'power', 'instant', 400,
        'Contracted or secured capacity that is not energized yet.'),
    (18, 'hpc_contracted', 'HPC capacity contracted', 33, 'power', 'instant', 400,
        'AI/HPC capacity under signed contracts, critical IT MW.'),
    (19, 'hpc_energized', 'HPC capacity energized', 33, 'power', 'instant', 400,
        'AI/HPC capacity in service, critical IT MW.'),
    (20, 'revenue', 'Revenue', 10, 'money', 'flow', NULL,
        'Total revenue of the period as consolidated.'),
    (21, 'mining_revenue', 'Mining revenue', 10, 'money', 'flow', NULL,
        'Revenue from self-mining.'),
    (22, 'hosting_revenue', 'Hosting revenue', 10, 'money', 'flow', NULL,
        'Revenue from hosting customers'' miners.'),
    (23, 'hpc_revenue', 'AI/HPC revenue', 10, 'money', 'flow', NULL,
        'Revenue from AI cloud and HPC colocation.'),
    (24, 'cost_of_revenue', 'Cost of revenue', 10, 'money', 'flow', NULL,
        'Cost of revenue, depreciation excluded.'),
    (25, 'power_cost', 'Power cost', 10, 'money', 'flow', NULL,
        'Electricity bought over the period, before credits.'),
    (26, 'power_credits', 'Power credits', 10, 'money', 'flow', NULL,
        'Curtailment and demand-response credits over the period.'),
    (27, 'energy_used', 'Energy used', 37, 'energy', 'flow', NULL,
        'Electricity used over the period.'),
    (28, 'power_price', 'Power price', 17, 'price per energy', 'average', 400,
        'Average all-in price paid for power; may be negative.'),
    (29, 'power_cost_per_btc', 'Power cost per BTC', 16, 'price per bitcoin', 'average', NULL,
        'Electricity cost per bitcoin mined over the period.'),
    (30, 'network_hashrate', 'Network hashrate', 5, 'hashrate', 'average', NULL,
        'Average hashrate of the Bitcoin network over the period (a day, a month).'),
    (31, 'difficulty', 'Difficulty', 40, 'difficulty', 'instant', 30,
        'Mining difficulty in force at the end of the date.'),
    (32, 'btc_price', 'Bitcoin price', 16, 'price per bitcoin', 'instant', 7,
        'Closing price of the date, UTC.'),
    (33, 'btc_price_average', 'Average bitcoin price', 16, 'price per bitcoin', 'average', NULL,
        'Average price over the period.'),
    (34, 'hashprice_published', 'Hashprice as published', 21, 'price per hashrate', 'average', NULL,
        'Revenue of 1 PH/s for a day as an index or data site prints it (its own window and'
            || ' fees); the figure hashprice is computed instead.'),
    (35, 'fee_reward', 'Transaction fees', 42, 'bitcoin per day', 'average', NULL,
        'Transaction fees of all blocks, per day.'),
    (36, 'miner_revenue', 'Miner revenue', 10, 'money', 'flow', NULL,
        'Value of all block subsidies and fees paid to miners over the period, at the prices'
            || ' of its days.'),
    (37, 'blocks', 'Blocks mined', 28, 'count', 'flow', NULL,
        'Blocks added to the chain over the period; a day of 600 s blocks has 144.');

INSERT INTO source (id, text) VALUES (0, '');

INSERT INTO subject (code, kind, name) VALUES ('BTC', 'network', 'Bitcoin network');
