-- The number under which the SEC lists a company (its CIK); NULL: not known, or not listed there.
-- No index makes it unique: two companies may swap their numbers within an import. The program
-- looks for numbers that two companies share.
ALTER TABLE subject ADD COLUMN cik INTEGER CHECK (cik BETWEEN 1 AND 9999999999);
ALTER TABLE subject_correction ADD COLUMN cik INTEGER;

DROP TRIGGER subject_update;
CREATE TRIGGER subject_update AFTER UPDATE ON subject
WHEN (
    OLD.code, OLD.kind, OLD.name, OLD.country, OLD.exchange, OLD.fiscal_year_end, OLD.parent,
    OLD.cik, OLD.note
) IS NOT (
    NEW.code, NEW.kind, NEW.name, NEW.country, NEW.exchange, NEW.fiscal_year_end, NEW.parent,
    NEW.cik, NEW.note
)
BEGIN
    INSERT INTO subject_correction (
        corrected_at, import, change, subject, code, kind, name, country, exchange,
        fiscal_year_end, parent, cik, note, file, line)
    SELECT
        coalesce(import.recorded, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        import.number,
        'update',
        OLD.id, OLD.code, OLD.kind, OLD.name, OLD.country, OLD.exchange, OLD.fiscal_year_end,
        OLD.parent, OLD.cik, OLD.note, OLD.file, OLD.line
    FROM (SELECT 1)
    LEFT JOIN import_file ON import_file.id = NEW.file AND NEW.file IS NOT OLD.file
    LEFT JOIN import ON import.number = import_file.import;
END;

DROP TRIGGER subject_delete;
CREATE TRIGGER subject_delete AFTER DELETE ON subject
BEGIN
    INSERT INTO subject_correction (
        corrected_at, import, change, subject, code, kind, name, country, exchange,
        fiscal_year_end, parent, cik, note, file, line)
    VALUES (
        strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), NULL, 'delete',
        OLD.id, OLD.code, OLD.kind, OLD.name, OLD.country, OLD.exchange, OLD.fiscal_year_end,
        OLD.parent, OLD.cik, OLD.note, OLD.file, OLD.line);
END;

DROP VIEW companies;
CREATE VIEW companies AS
SELECT
    code AS ticker,
    subject.name AS name,
    country,
    exchange,
    fiscal_year_end,
    parent,
    cik,
    note,
    import,
    import_file.name AS file,
    line
FROM subject
LEFT JOIN import_file ON import_file.id = file
WHERE subject.kind = 'company';
