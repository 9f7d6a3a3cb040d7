-- Distributes an empty book, which `minerbook init` has just created, over the foreign servers whose
-- names begin with `minerbook_`, in the order of their names: minerbook_1, minerbook_2 … node.sql was run
-- on each of them, in a schema of the same name. docs/team.md has the commands before and after.
--
-- The rows of a subject are all on one machine. A unique key is kept there, since PostgreSQL allows none
-- on a table with foreign partitions, and the subject leads every key.
BEGIN;

DO $$
DECLARE
    tables text[] := ARRAY['observation', 'correction', 'claim', 'claim_correction'];
    views text[] := ARRAY['observations', 'latest_observations', 'claims'];
    servers text[] := ARRAY(
        SELECT srvname FROM pg_foreign_server WHERE srvname LIKE 'minerbook\_%' ORDER BY srvname);
    count integer := cardinality(servers);
    definitions text[];
    item text;
    has_rows boolean;
BEGIN
    IF count = 0 THEN
        RAISE EXCEPTION 'there is no foreign server minerbook_1';
    END IF;
    -- Triggers and views go with the tables, and are made again for the new ones.
    definitions :=
        ARRAY(
            SELECT pg_get_triggerdef(oid) FROM pg_trigger
            WHERE tgrelid = ANY (tables::regclass[]) AND NOT tgisinternal)
        || ARRAY(
            SELECT format('CREATE VIEW %I AS %s', name, pg_get_viewdef(name::regclass))
            FROM unnest(views) WITH ORDINALITY AS view (name, number) ORDER BY number);
    DROP VIEW latest_observations, observations, claims;
    FOREACH item IN ARRAY tables LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %I)', item) INTO has_rows;
        IF has_rows THEN
            RAISE EXCEPTION 'the book has figures; distribute an empty one and import into it';
        END IF;
        EXECUTE format('ALTER TABLE %I RENAME TO undistributed', item);
        EXECUTE format(
            'CREATE TABLE %I (LIKE undistributed INCLUDING CONSTRAINTS INCLUDING IDENTITY) '
                'PARTITION BY HASH (subject)', item);
        DROP TABLE undistributed;
        FOR number IN 1..count LOOP
            EXECUTE format(
                'CREATE FOREIGN TABLE %I PARTITION OF %I '
                    'FOR VALUES WITH (MODULUS %s, REMAINDER %s) SERVER %I '
                    'OPTIONS (schema_name %L, table_name %L)',
                item || '_' || number, item, count, number - 1, servers[number],
                current_schema(), item);
        END LOOP;
    END LOOP;
    FOREACH item IN ARRAY definitions LOOP
        EXECUTE item;
    END LOOP;

    -- What each machine has; number 0 is the coordinator. minerbook reads the book only while all have
    -- the same number of changes.
    CREATE TABLE minerbook_node (
        node             smallint NOT NULL,
        changes          bigint NOT NULL,
        moment           timestamptz,     -- of the last change, as its corrections have it
        correction       bigint NOT NULL, -- the last id before it or, if it is an undo, its own last
        claim_correction bigint NOT NULL,
        undone           integer          -- the import that the last change undid; NULL: it was no undo
    ) PARTITION BY LIST (node);
    CREATE TABLE minerbook_node_0 PARTITION OF minerbook_node FOR VALUES IN (0);
    FOR number IN 1..count LOOP
        EXECUTE format(
            'CREATE FOREIGN TABLE %I PARTITION OF minerbook_node FOR VALUES IN (%s) SERVER %I '
                'OPTIONS (schema_name %L, table_name %L)',
            'minerbook_node_' || number, number, servers[number], current_schema(),
            'minerbook_node');
    END LOOP;
    INSERT INTO minerbook_node SELECT number, 0, NULL, 0, 0, NULL FROM generate_series(0, count) AS number;
END $$;

-- The triggers below keep this path, as those of the book do.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- Every import, retraction and undo adds or changes one row of the table import.
CREATE FUNCTION count_change() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    at timestamptz := minerbook_moment();
    corrections bigint :=
        coalesce(pg_sequence_last_value(pg_get_serial_sequence('correction', 'id')), 0);
    claim_corrections bigint :=
        coalesce(pg_sequence_last_value(pg_get_serial_sequence('claim_correction', 'id')), 0);
BEGIN
    UPDATE minerbook_node
    SET changes = changes + 1, moment = at, correction = corrections,
        claim_correction = claim_corrections,
        undone = (SELECT max(number) FROM changed WHERE changed.undone IS NOT NULL);
    RETURN NULL;
END $$;

CREATE TRIGGER import_insert AFTER INSERT ON import REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION count_change();

CREATE TRIGGER import_update AFTER UPDATE ON import REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION count_change();

-- Takes back the change that some machines have and the coordinator has not, since it was interrupted
-- between the commits of two machines. Returns how many rows were changed. Waits for a program that writes.
-- Only a superuser may call it, since no trigger keeps what is taken back.
CREATE FUNCTION minerbook_repair() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT SET session_replication_role = 'replica'
SET DateStyle = 'ISO' AS $$
DECLARE
    last_import integer;
    last_file integer;
    here minerbook_node;
    others text;
    -- Of the change to take back.
    its_moment timestamptz;
    its_undone integer;
    kept record;
    statement text;
    changed bigint;
    total bigint := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('minerbook'), hashtext(current_schema()));
    -- Read once no program writes: what was written meanwhile must stay.
    SELECT * INTO STRICT here FROM minerbook_node WHERE node = 0;
    SELECT coalesce(max(number), 0) INTO last_import FROM import;
    SELECT coalesce(max(id), 0) INTO last_file FROM import_file;
    -- The coordinator commits last, and nothing is written while one change is not on all machines.
    SELECT string_agg(part || ' ' || coalesce(changes::text, 'none'), ', ' ORDER BY part) INTO others
    FROM (SELECT inhrelid::regclass AS part FROM pg_inherits
        WHERE inhparent = 'minerbook_node'::regclass) AS machine
    LEFT JOIN minerbook_node ON minerbook_node.tableoid = part
    WHERE changes IS NULL OR changes NOT BETWEEN here.changes AND here.changes + 1;
    IF others IS NOT NULL THEN
        RAISE EXCEPTION 'minerbook_node_0 has % changes, but %', here.changes, others
            USING HINT = 'After a machine was restored or replaced, restore all machines to the same '
                'moment.';
    END IF;
    IF NOT EXISTS (SELECT FROM minerbook_node WHERE changes > here.changes) THEN
        RETURN 0;
    END IF;
    SELECT max(moment), max(undone) INTO its_moment, its_undone
    FROM minerbook_node WHERE changes > here.changes;
    FOR kept IN VALUES
        (
            'observation', 'correction', here.correction,
            'subject, metric, period_end, period_start, published_on, source',
            'value, unit, decimals, status, note, file, line'
        ),
        (
            'claim', 'claim_correction', here.claim_correction,
            'subject, figure, on_end, on_start, since_end, since_start, publisher, published_on, source',
            'value, unit, decimals, note, file, line'
        )
    LOOP
        -- What the change replaced or deleted; an undo keeps that without an import. Of several
        -- corrections of a row, the first has what it was before.
        EXECUTE format(
            'CREATE TEMP TABLE taken_back AS SELECT DISTINCT ON (%2$s) * FROM %1$I '
                'WHERE id > %3$s AND (import > %4$s OR import IS NULL AND corrected_at = %5$L) '
                'ORDER BY %2$s, id',
            kept.column2, kept.column4, kept.column3, last_import, its_moment);
        FOREACH statement IN ARRAY ARRAY[
            'UPDATE %1$I AS new SET (%4$s) = (SELECT %5$s) FROM taken_back AS old '
                'WHERE change = ''update'' AND (%6$s) = (%7$s)',
            'INSERT INTO %1$I (%3$s, %4$s) SELECT %3$s, %4$s FROM taken_back '
                'WHERE change = ''delete''',
            'DELETE FROM %1$I WHERE file > %8$s',
            -- A retracted row that an undo has brought back.
            'DELETE FROM %1$I AS new USING %2$I AS old '
                'WHERE old.import = %12$L AND old.change = ''delete'' AND (%6$s) = (%7$s) '
                'AND (new.file, new.line) IS NOT DISTINCT FROM (old.file, old.line)',
            'DELETE FROM %2$I WHERE id > %9$s '
                'AND (import > %10$s OR import IS NULL AND corrected_at = %11$L)',
            'DROP TABLE taken_back'
        ] LOOP
            EXECUTE format(
                statement, kept.column1, kept.column2, kept.column4, kept.column5,
                regexp_replace(kept.column5, '(\w+)', 'old.\1', 'g'),
                regexp_replace(kept.column4, '(\w+)', 'new.\1', 'g'),
                regexp_replace(kept.column4, '(\w+)', 'old.\1', 'g'),
                last_file, kept.column3, last_import, its_moment, its_undone);
            GET DIAGNOSTICS changed = ROW_COUNT;
            total := total + changed;
        END LOOP;
    END LOOP;
    UPDATE minerbook_node
    SET changes = here.changes, moment = here.moment, correction = here.correction,
        claim_correction = here.claim_correction, undone = here.undone;
    RETURN total;
END $$;

COMMIT;
