-- The sqlite3 shell's table as most people make it: rows in the order of the file, and an index of
-- their keys.
CREATE TABLE observation (
    subject TEXT NOT NULL,
    metric  TEXT NOT NULL,
    period  TEXT NOT NULL,
    value   REAL NOT NULL,
    unit    TEXT NOT NULL,
    source  TEXT NOT NULL,
    PRIMARY KEY (subject, metric, period, source)
) STRICT;
