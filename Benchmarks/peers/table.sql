-- The sqlite3 shell's table: rows are stored in the order of their key, as in a book.
CREATE TABLE observation (
    subject TEXT NOT NULL,
    metric  TEXT NOT NULL,
    period  TEXT NOT NULL,
    value   REAL NOT NULL,
    unit    TEXT NOT NULL,
    source  TEXT NOT NULL,
    PRIMARY KEY (subject, metric, period, source)
) STRICT, WITHOUT ROWID;
