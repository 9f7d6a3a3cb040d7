-- What a company's share price and share count refer to from a day on: how many ordinary shares an
-- ADS stands for (ads_shares of them in ads ADS), and a split on that day (split_new shares for
-- split_old). Both numbers of a pair are NULL if the row does not say it.
CREATE TABLE share_basis (
    company    INTEGER NOT NULL REFERENCES subject,
    from_day   INTEGER NOT NULL, -- -719163: always; then there is no split
    ads_shares INTEGER CHECK (ads_shares > 0),
    ads        INTEGER CHECK (ads > 0),
    split_new  INTEGER CHECK (split_new > 0),
    split_old  INTEGER CHECK (split_old > 0),
    source     TEXT    NOT NULL,
    note       TEXT,
    file       INTEGER REFERENCES import_file,
    line       INTEGER,
    PRIMARY KEY (company, from_day),
    CHECK ((ads_shares IS NULL) = (ads IS NULL)),
    CHECK ((split_new IS NULL) = (split_old IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE share_basis_correction (
    id           INTEGER PRIMARY KEY,
    corrected_at TEXT    NOT NULL,
    import       INTEGER REFERENCES import,
    change       TEXT    NOT NULL CHECK (change IN ('update', 'delete')),
    company      INTEGER NOT NULL,
    from_day     INTEGER NOT NULL,
    ads_shares   INTEGER,
    ads          INTEGER,
    split_new    INTEGER,
    split_old    INTEGER,
    source       TEXT    NOT NULL,
    note         TEXT,
    file         INTEGER,
    line         INTEGER
) STRICT;

CREATE TRIGGER share_basis_update AFTER UPDATE ON share_basis
WHEN (
    OLD.company, OLD.from_day, OLD.ads_shares, OLD.ads, OLD.split_new, OLD.split_old, OLD.source,
    OLD.note
) IS NOT (
    NEW.company, NEW.from_day, NEW.ads_shares, NEW.ads, NEW.split_new, NEW.split_old, NEW.source,
    NEW.note
)
BEGIN
    INSERT INTO share_basis_correction (
        corrected_at, import, change, company, from_day, ads_shares, ads, split_new, split_old,
        source, note, file, line)
    SELECT
        coalesce(import.recorded, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        import.number,
        'update',
        OLD.company, OLD.from_day, OLD.ads_shares, OLD.ads, OLD.split_new, OLD.split_old,
        OLD.source, OLD.note, OLD.file, OLD.line
    FROM (SELECT 1)
    LEFT JOIN import_file ON import_file.id = NEW.file AND NEW.file IS NOT OLD.file
    LEFT JOIN import ON import.number = import_file.import;
END;

CREATE TRIGGER share_basis_delete AFTER DELETE ON share_basis
BEGIN
    INSERT INTO share_basis_correction (
        corrected_at, import, change, company, from_day, ads_shares, ads, split_new, split_old,
        source, note, file, line)
    VALUES (
        strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), NULL, 'delete',
        OLD.company, OLD.from_day, OLD.ads_shares, OLD.ads, OLD.split_new, OLD.split_old,
        OLD.source, OLD.note, OLD.file, OLD.line);
END;
