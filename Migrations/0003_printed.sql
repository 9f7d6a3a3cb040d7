-- Figures as they were printed, and each source's text but once: a book of a million rows takes a
-- quarter less room, and less time to write.
--
-- In observation, claim and their corrections
--
-- - value holds the printed digits as one whole number: 385 with 1 decimal and the unit EH/s is
--   38.5 EH/s. Before, it counted base units.
-- - published_on is 0 where it is not known, which SQLite keeps in no byte at all. So days of
--   publication begin with 1970-01-02; what was earlier, and wrong, is unknown from here on.
--
-- What could not be read before is kept as it is: a value with finer digits than it says to have
-- gets all that its unit has, and a row of a unit that is missing keeps its number.
--
-- In observation and correction, period_offset takes the place of period_start: how many days the
-- first day lies behind the last, 0 for a figure at a date, -30 for a month of 31 days. Rows lie in
-- the same order as before.
--
-- source has an index of digests instead of its texts. The program makes the digest of a text
-- when it writes one; NULL is that of a row that another program, or an older one, wrote, until
-- the next import. The index is not unique, since two texts may have the same digest.
--
-- Views, indexes and triggers that others made stay where they name tables by these names, but for
-- indexes and triggers on observation, claim and source.

-- Of rows that differ in such days of publication alone, the latest stays; the triggers keep the
-- others in the corrections.
DELETE FROM observation
WHERE published_on <= 0 AND EXISTS (
    SELECT 1 FROM observation AS other
    WHERE other.subject = observation.subject
        AND other.metric = observation.metric
        AND other.period_end = observation.period_end
        AND other.period_start = observation.period_start
        AND other.source = observation.source
        AND other.published_on <= 0
        AND (
            iif(other.published_on = -719163, other.period_end, other.published_on),
            other.published_on
        ) > (
            iif(observation.published_on = -719163, observation.period_end,
                observation.published_on),
            observation.published_on
        ));
DELETE FROM claim
WHERE published_on <= 0 AND EXISTS (
    SELECT 1 FROM claim AS other
    WHERE other.subject = claim.subject
        AND other.figure = claim.figure
        AND other.on_end = claim.on_end
        AND other.on_start = claim.on_start
        AND other.since_end = claim.since_end
        AND other.since_start = claim.since_start
        AND other.publisher = claim.publisher
        AND other.source = claim.source
        AND other.published_on <= 0
        AND other.published_on > claim.published_on);

-- Views and triggers keep naming the tables that are made anew.
PRAGMA legacy_alter_table = ON;

DROP VIEW latest_observations;
DROP VIEW observations;
DROP VIEW claims;

CREATE TABLE new_source (
    id     INTEGER PRIMARY KEY,
    text   TEXT    NOT NULL,
    digest INTEGER
) STRICT;

INSERT INTO new_source (id, text)
SELECT id, text FROM source ORDER BY id;

DROP TABLE source;
ALTER TABLE new_source RENAME TO source;

CREATE INDEX source_by_digest ON source (digest);

CREATE TRIGGER source_update AFTER UPDATE OF text ON source
BEGIN
    UPDATE source SET digest = NULL WHERE id = NEW.id;
END;

CREATE TABLE new_observation (
    subject       INTEGER NOT NULL REFERENCES subject,
    metric        INTEGER NOT NULL REFERENCES metric,
    period_end    INTEGER NOT NULL CHECK (period_end <= 2932896), -- 9999-12-31
    period_offset INTEGER NOT NULL CHECK (period_offset BETWEEN -719162 - period_end AND 0),
    published_on  INTEGER NOT NULL CHECK (published_on BETWEEN 0 AND 2932896),
    source        INTEGER NOT NULL REFERENCES source,
    value         INTEGER NOT NULL, -- the printed digits
    unit          INTEGER NOT NULL REFERENCES unit,
    decimals      INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 18), -- how many are behind the point
    status        INTEGER NOT NULL REFERENCES status,
    note          TEXT,
    file          INTEGER REFERENCES import_file,
    line          INTEGER,
    PRIMARY KEY (subject, metric, period_end, period_offset, published_on, source)
) STRICT, WITHOUT ROWID;

INSERT INTO new_observation
SELECT
    subject, metric, period_end, period_start - period_end, max(published_on, 0), source,
    iif(value % power = 0, value / power, value),
    unit,
    iif(value % power = 0, decimals, coalesce(exponent, decimals)),
    status, note, file, line
FROM (
    SELECT observation.*, exponent, CAST(CAST('1e' || (exponent - decimals) AS REAL) AS INTEGER) AS power
    FROM observation
    LEFT JOIN unit ON unit.id = unit
)
ORDER BY subject, metric, period_end, period_start, published_on, source;

DROP TABLE observation;
ALTER TABLE new_observation RENAME TO observation;

CREATE TABLE new_correction (
    id            INTEGER PRIMARY KEY,
    corrected_at  TEXT    NOT NULL,
    import        INTEGER REFERENCES import,
    change        TEXT    NOT NULL CHECK (change IN ('update', 'delete')),
    subject       INTEGER NOT NULL,
    metric        INTEGER NOT NULL,
    period_end    INTEGER NOT NULL,
    period_offset INTEGER NOT NULL,
    published_on  INTEGER NOT NULL,
    source        INTEGER NOT NULL,
    value         INTEGER NOT NULL,
    unit          INTEGER NOT NULL,
    decimals      INTEGER NOT NULL,
    status        INTEGER NOT NULL,
    note          TEXT,
    file          INTEGER,
    line          INTEGER
) STRICT;

INSERT INTO new_correction
SELECT
    id, corrected_at, import, change, subject, metric, period_end, period_start - period_end,
    max(published_on, 0), source,
    iif(value % power = 0, value / power, value),
    unit,
    iif(value % power = 0, decimals, coalesce(exponent, decimals)),
    status, note, file, line
FROM (
    SELECT correction.*, exponent, CAST(CAST('1e' || (exponent - decimals) AS REAL) AS INTEGER) AS power
    FROM correction
    LEFT JOIN unit ON unit.id = unit
);

DROP TABLE correction;
ALTER TABLE new_correction RENAME TO correction;

CREATE INDEX correction_by_period ON correction (subject, metric, period_end, period_offset);

CREATE TRIGGER observation_update AFTER UPDATE ON observation
WHEN (
    OLD.subject, OLD.metric, OLD.period_end, OLD.period_offset, OLD.published_on, OLD.source,
    OLD.value, OLD.unit, OLD.decimals, OLD.status, OLD.note
) IS NOT (
    NEW.subject, NEW.metric, NEW.period_end, NEW.period_offset, NEW.published_on, NEW.source,
    NEW.value, NEW.unit, NEW.decimals, NEW.status, NEW.note
)
BEGIN
    INSERT INTO correction (
        corrected_at, import, change, subject, metric, period_end, period_offset, published_on,
        source, value, unit, decimals, status, note, file, line)
    SELECT
        coalesce(import.recorded, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        import.number,
        'update',
        OLD.subject, OLD.metric, OLD.period_end, OLD.period_offset, OLD.published_on,
        OLD.source, OLD.value, OLD.unit, OLD.decimals, OLD.status, OLD.note, OLD.file, OLD.line
    FROM (SELECT 1)
    LEFT JOIN import_file ON import_file.id = NEW.file AND NEW.file IS NOT OLD.file
    LEFT JOIN import ON import.number = import_file.import;
END;

CREATE TRIGGER observation_delete AFTER DELETE ON observation
BEGIN
    INSERT INTO correction (
        corrected_at, import, change, subject, metric, period_end, period_offset, published_on,
        source, value, unit, decimals, status, note, file, line)
    VALUES (
        strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), NULL, 'delete',
        OLD.subject, OLD.metric, OLD.period_end, OLD.period_offset, OLD.published_on,
        OLD.source, OLD.value, OLD.unit, OLD.decimals, OLD.status, OLD.note, OLD.file, OLD.line);
END;

CREATE TABLE new_claim (
    subject      INTEGER NOT NULL REFERENCES subject,
    figure       TEXT    NOT NULL,
    on_end       INTEGER NOT NULL CHECK (on_end <= 2932896),
    on_start     INTEGER NOT NULL CHECK (on_start BETWEEN -719162 AND on_end),
    since_end    INTEGER NOT NULL CHECK (since_end <= 2932896),
    since_start  INTEGER NOT NULL CHECK (since_start BETWEEN -719163 AND since_end),
    publisher    TEXT    NOT NULL,
    published_on INTEGER NOT NULL CHECK (published_on BETWEEN 0 AND 2932896),
    source       INTEGER NOT NULL REFERENCES source,
    value        INTEGER NOT NULL, -- the printed digits
    unit         INTEGER NOT NULL REFERENCES unit,
    decimals     INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 18),
    note         TEXT,
    file         INTEGER REFERENCES import_file,
    line         INTEGER,
    PRIMARY KEY (
        subject, figure, on_end, on_start, since_end, since_start, publisher, published_on, source)
) STRICT, WITHOUT ROWID;

INSERT INTO new_claim
SELECT
    subject, figure, on_end, on_start, since_end, since_start, publisher, max(published_on, 0),
    source,
    iif(value % power = 0, value / power, value),
    unit,
    iif(value % power = 0, decimals, coalesce(exponent, decimals)),
    note, file, line
FROM (
    SELECT claim.*, exponent, CAST(CAST('1e' || (exponent - decimals) AS REAL) AS INTEGER) AS power
    FROM claim
    LEFT JOIN unit ON unit.id = unit
);

DROP TABLE claim;
ALTER TABLE new_claim RENAME TO claim;

UPDATE claim_correction SET published_on = max(published_on, 0);
UPDATE claim_correction
SET value = iif(value % power = 0, value / power, value),
    decimals = iif(value % power = 0, decimals, exponent)
FROM (
    SELECT
        claim_correction.id AS number,
        exponent,
        CAST(CAST('1e' || (exponent - decimals) AS REAL) AS INTEGER) AS power
    FROM claim_correction
    JOIN unit ON unit.id = unit
)
WHERE id = number;

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

PRAGMA legacy_alter_table = OFF;

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
    iif(scale < 0,
        CAST(value AS REAL) / CAST('1e' || -scale AS REAL),
        CAST(value AS REAL) * CAST('1e' || scale AS REAL)) AS value,
    metric_unit AS unit,
    iif(value < 0, '-', '')
        || substr(digits, 1, length(digits) - decimals)
        || iif(decimals > 0, '.' || substr(digits, length(digits) - decimals + 1), '')
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
        date((o.period_end + o.period_offset) * 86400, 'unixepoch') AS period_start,
        date(o.period_end * 86400, 'unixepoch') AS period_end,
        o.value AS value,
        metric_unit.code AS metric_unit,
        unit.exponent - o.decimals - metric_unit.exponent AS scale,
        -- The digits of the value, at least one more than stand behind the point.
        substr('0000000000000000000', 1, o.decimals + 1 - length(ltrim(o.value, '-')))
            || ltrim(o.value, '-') AS digits,
        unit.code AS unit,
        o.decimals AS decimals,
        status.name AS status,
        iif(o.published_on = 0, NULL, date(o.published_on * 86400, 'unixepoch'))
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
                AND other.period_offset = o.period_offset
                AND (
                    -other_status.rank,
                    iif(other.published_on = 0, other.period_end, other.published_on),
                    other_source.text,
                    other.published_on
                ) > (
                    -status.rank,
                    iif(o.published_on = 0, o.period_end, o.published_on),
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
    CAST(value AS REAL) / CAST('1e' || decimals AS REAL) AS value,
    unit,
    iif(value < 0, '-', '')
        || substr(digits, 1, length(digits) - decimals)
        || iif(decimals > 0, '.' || substr(digits, length(digits) - decimals + 1), '')
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
        substr('0000000000000000000', 1, claim.decimals + 1 - length(ltrim(claim.value, '-')))
            || ltrim(claim.value, '-') AS digits,
        unit.code AS unit,
        claim.decimals AS decimals,
        iif(claim.published_on = 0, NULL, date(claim.published_on * 86400, 'unixepoch'))
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
