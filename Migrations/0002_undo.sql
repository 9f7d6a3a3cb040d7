-- When an import was taken back: UTC, as in recorded; NULL while it stands. Its rows are gone
-- then, or as they were before it; what they were is in the _correction tables.
ALTER TABLE import ADD COLUMN undone TEXT;
