-- Makes an empty book, which `minerbook init` has just created, a part of a distributed book: a machine
-- that only keeps its share of the four tables that grow. The coordinator decides what becomes of a row
-- that is replaced, and gives the numbers of corrections. So there are neither triggers nor the tables by
-- which minerbook would take this for a book.
BEGIN;

DROP VIEW latest_observations, observations, companies, claims;

DROP TRIGGER observation_update ON observation;
DROP TRIGGER observation_delete ON observation;
DROP TRIGGER claim_update ON claim;
DROP TRIGGER claim_delete ON claim;

ALTER TABLE correction ALTER COLUMN id DROP IDENTITY;
ALTER TABLE claim_correction ALTER COLUMN id DROP IDENTITY;

DROP TABLE
    minerbook, unit, metric, status, import, import_file, source, subject, alias, share_basis,
    membership, subject_correction, alias_correction, share_basis_correction,
    membership_correction;

-- How many changes of the book this machine has; coordinator.sql describes the columns.
CREATE TABLE minerbook_node (
    node             smallint PRIMARY KEY,
    changes          bigint NOT NULL,
    moment           timestamptz,
    correction       bigint NOT NULL,
    claim_correction bigint NOT NULL,
    undone           integer
);

COMMIT;
