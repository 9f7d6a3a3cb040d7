-- The views of a minerbook lake, for Spark SQL 3.5 or later. In the folder of the lake:
--
--     spark-sql -i views-spark.sql
--
-- Only the files that the manifest names are read, so that the views show one state of the book,
-- even while it is exported again. Run the script again to see the next state, and in every new
-- session. A query fails if its files have been replaced since.

-- CACHE TABLE below does not replace a view. A DROP takes the temporary view of two of the same
-- name, so there has to be one, or it would drop a view that is stored in the catalogue.
CREATE OR REPLACE TEMPORARY VIEW lake_files AS SELECT 1 AS one;
DROP VIEW lake_files;
CREATE OR REPLACE TEMPORARY VIEW snapshots AS SELECT 1 AS one;
DROP VIEW snapshots;

CREATE OR REPLACE TEMPORARY VIEW lake_manifest (
    snapshots ARRAY<STRUCT<
        import: INT, recorded: STRING, added: BIGINT, ended: BIGINT, observations: BIGINT>>,
    files ARRAY<STRUCT<table: STRING, path: STRING, rows: BIGINT>>
) USING json OPTIONS (path 'manifest.json', multiLine 'true', mode 'FAILFAST');

-- What the manifest says now: the files, and each import or retraction that was not undone with how
-- many observations the book had after it.
CACHE TABLE lake_files AS
SELECT file.table AS name, file.path AS path, file.rows AS rows
FROM lake_manifest LATERAL VIEW explode(files) AS file;
CACHE TABLE snapshots AS
SELECT snapshot.* FROM lake_manifest LATERAL VIEW explode(snapshots) AS snapshot;

CREATE OR REPLACE TEMPORARY VIEW lake_observations (
    subject STRING, period STRING, period_start DATE, period_end DATE, value DECIMAL(38, 18),
    unit STRING, printed STRING, status STRING, status_rank INT, published_on DATE, source STRING,
    note STRING, import INT, file STRING, line BIGINT, from_import INT, until_import INT,
    metric STRING, year INT
) USING csv OPTIONS (
    path 'observations', header 'true', escape '"', mode 'FAILFAST', lineSep '\n');

CREATE OR REPLACE TEMPORARY VIEW lake_companies (
    ticker STRING, name STRING, country STRING, exchange STRING, fiscal_year_end INTEGER,
    parent STRING, cik BIGINT, note STRING, import INTEGER, file STRING, line BIGINT,
    from_import INTEGER, until_import INTEGER
) USING csv OPTIONS (path 'companies', header 'true', escape '"', mode 'FAILFAST', lineSep '\n');

CREATE OR REPLACE TEMPORARY VIEW lake_aliases (
    alias STRING, ticker STRING, valid_from DATE, valid_to DATE, note STRING, import INTEGER,
    file STRING, line BIGINT, from_import INTEGER, until_import INTEGER
) USING csv OPTIONS (path 'aliases', header 'true', escape '"', mode 'FAILFAST', lineSep '\n');

CREATE OR REPLACE TEMPORARY VIEW lake_share_basis (
    ticker STRING, from_day DATE, ads_ratio STRING, split STRING, source STRING, note STRING,
    import INTEGER, file STRING, line BIGINT, from_import INTEGER, until_import INTEGER
) USING csv OPTIONS (path 'share_basis', header 'true', escape '"', mode 'FAILFAST', lineSep '\n');

CREATE OR REPLACE TEMPORARY VIEW lake_groups (
    group_ STRING, ticker STRING, joined_on DATE, left_on DATE, note STRING, import INTEGER,
    file STRING, line BIGINT, from_import INTEGER, until_import INTEGER
) USING csv OPTIONS (path 'groups', header 'true', escape '"', mode 'FAILFAST', lineSep '\n');

CREATE OR REPLACE TEMPORARY VIEW lake_claims (
    publisher STRING, subject STRING, figure STRING, on_ STRING, on_start DATE, on_end DATE,
    since STRING, since_start DATE, since_end DATE, value DECIMAL(38, 18), unit STRING,
    printed STRING, published_on DATE, source STRING, note STRING, import INTEGER, file STRING,
    line BIGINT, from_import INTEGER, until_import INTEGER
) USING csv OPTIONS (path 'claims', header 'true', escape '"', mode 'FAILFAST', lineSep '\n');

CREATE OR REPLACE TEMPORARY VIEW lake_imports (
    number INTEGER, recorded STRING, version STRING, undone STRING
) USING csv OPTIONS (path 'imports', header 'true', escape '"', mode 'FAILFAST', lineSep '\n');

CREATE OR REPLACE TEMPORARY VIEW lake_import_files (
    import INTEGER, name STRING, sha256 STRING, kind STRING, inserted BIGINT, unchanged BIGINT,
    restated BIGINT, corrected BIGINT
) USING csv OPTIONS (path 'import_files', header 'true', escape '"', mode 'FAILFAST', lineSep '\n');

CREATE OR REPLACE TEMPORARY VIEW lake_metrics (
    code STRING, name STRING, unit STRING, dimension STRING, kind STRING, max_age_days INTEGER,
    definition STRING
) USING csv OPTIONS (path 'metrics', header 'true', escape '"', mode 'FAILFAST', lineSep '\n');

CREATE OR REPLACE TEMPORARY VIEW lake_units (
    code STRING, dimension STRING, exponent INTEGER
) USING csv OPTIONS (path 'units', header 'true', escape '"', mode 'FAILFAST', lineSep '\n');

CREATE OR REPLACE TEMPORARY VIEW lake_statuses (
    name STRING, rank INTEGER
) USING csv OPTIONS (path 'statuses', header 'true', escape '"', mode 'FAILFAST', lineSep '\n');

-- Every observation that a snapshot has. A row is in the snapshots from from_import on and before
-- until_import, which is NULL for a row that the book has. A text that a spreadsheet would run as a
-- formula has a ' in front in the files.
CREATE OR REPLACE TEMPORARY VIEW observation_versions AS
SELECT
    if(subject RLIKE "^'+[=+@-]", substring(subject, 2), subject) AS subject, metric, period,
    period_start, period_end, value, unit, printed, status, published_on,
    if(source RLIKE "^'+[=+@-]", substring(source, 2), source) AS source,
    if(note RLIKE "^'+[=+@-]", substring(note, 2), note) AS note, import,
    if(file RLIKE "^'+[=+@-]", substring(file, 2), file) AS file, line, status_rank, from_import,
    until_import
FROM (SELECT *, input_file_name() AS read_file FROM lake_observations)
LEFT SEMI JOIN lake_files
    ON path = concat('observations/', substring_index(read_file, '/', -3));

-- Every vintage of every figure that the book has now. counts is true for the one vintage of its
-- period that counts: the best status, then the latest publication (the end of the period if that
-- is unknown), then the greater source, then the one whose publication is known.
CREATE OR REPLACE TEMPORARY VIEW observations AS
SELECT
    subject, metric, period, period_start, period_end, value, unit, printed, status, published_on,
    source, note, import, file, line,
    row_number() OVER (
        PARTITION BY subject, metric, period_start, period_end
        ORDER BY
            status_rank, coalesce(published_on, period_end) DESC, coalesce(source, '') DESC,
            published_on IS NOT NULL DESC
    ) = 1 AS counts
FROM observation_versions
WHERE until_import IS NULL;

-- The vintage that counts of every subject, metric and period.
CREATE OR REPLACE TEMPORARY VIEW latest_observations AS
SELECT
    subject, metric, period, period_start, period_end, value, unit, printed, status, published_on,
    source, note, import, file, line
FROM observations
WHERE counts;

CREATE OR REPLACE TEMPORARY VIEW company_versions AS
SELECT
    if(ticker RLIKE "^'+[=+@-]", substring(ticker, 2), ticker) AS ticker,
    if(name RLIKE "^'+[=+@-]", substring(name, 2), name) AS name,
    if(country RLIKE "^'+[=+@-]", substring(country, 2), country) AS country,
    if(exchange RLIKE "^'+[=+@-]", substring(exchange, 2), exchange) AS exchange, fiscal_year_end,
    if(parent RLIKE "^'+[=+@-]", substring(parent, 2), parent) AS parent, cik,
    if(note RLIKE "^'+[=+@-]", substring(note, 2), note) AS note, import,
    if(file RLIKE "^'+[=+@-]", substring(file, 2), file) AS file, line, from_import, until_import
FROM (SELECT *, input_file_name() AS read_file FROM lake_companies)
LEFT SEMI JOIN lake_files ON path = substring_index(read_file, '/', -2);

CREATE OR REPLACE TEMPORARY VIEW alias_versions AS
SELECT
    if(alias RLIKE "^'+[=+@-]", substring(alias, 2), alias) AS alias,
    if(ticker RLIKE "^'+[=+@-]", substring(ticker, 2), ticker) AS ticker, valid_from, valid_to,
    if(note RLIKE "^'+[=+@-]", substring(note, 2), note) AS note, import,
    if(file RLIKE "^'+[=+@-]", substring(file, 2), file) AS file, line, from_import, until_import
FROM (SELECT *, input_file_name() AS read_file FROM lake_aliases)
LEFT SEMI JOIN lake_files ON path = substring_index(read_file, '/', -2);

CREATE OR REPLACE TEMPORARY VIEW share_basis_versions AS
SELECT
    if(ticker RLIKE "^'+[=+@-]", substring(ticker, 2), ticker) AS ticker, from_day, ads_ratio,
    split, if(source RLIKE "^'+[=+@-]", substring(source, 2), source) AS source,
    if(note RLIKE "^'+[=+@-]", substring(note, 2), note) AS note, import,
    if(file RLIKE "^'+[=+@-]", substring(file, 2), file) AS file, line, from_import, until_import
FROM (SELECT *, input_file_name() AS read_file FROM lake_share_basis)
LEFT SEMI JOIN lake_files ON path = substring_index(read_file, '/', -2);

CREATE OR REPLACE TEMPORARY VIEW group_versions AS
SELECT
    if(group_ RLIKE "^'+[=+@-]", substring(group_, 2), group_) AS group_,
    if(ticker RLIKE "^'+[=+@-]", substring(ticker, 2), ticker) AS ticker, joined_on, left_on,
    if(note RLIKE "^'+[=+@-]", substring(note, 2), note) AS note, import,
    if(file RLIKE "^'+[=+@-]", substring(file, 2), file) AS file, line, from_import, until_import
FROM (SELECT *, input_file_name() AS read_file FROM lake_groups)
LEFT SEMI JOIN lake_files ON path = substring_index(read_file, '/', -2);

CREATE OR REPLACE TEMPORARY VIEW claim_versions AS
SELECT
    if(publisher RLIKE "^'+[=+@-]", substring(publisher, 2), publisher) AS publisher,
    if(subject RLIKE "^'+[=+@-]", substring(subject, 2), subject) AS subject, figure, on_, on_start,
    on_end, since, since_start, since_end, value, unit, printed, published_on,
    if(source RLIKE "^'+[=+@-]", substring(source, 2), source) AS source,
    if(note RLIKE "^'+[=+@-]", substring(note, 2), note) AS note, import,
    if(file RLIKE "^'+[=+@-]", substring(file, 2), file) AS file, line, from_import, until_import
FROM (SELECT *, input_file_name() AS read_file FROM lake_claims)
LEFT SEMI JOIN lake_files ON path = substring_index(read_file, '/', -2);

CREATE OR REPLACE TEMPORARY VIEW imports AS
SELECT
    number, recorded, if(version RLIKE "^'+[=+@-]", substring(version, 2), version) AS version,
    undone
FROM (SELECT *, input_file_name() AS read_file FROM lake_imports)
LEFT SEMI JOIN lake_files ON path = substring_index(read_file, '/', -2);

CREATE OR REPLACE TEMPORARY VIEW import_files AS
SELECT
    import, if(name RLIKE "^'+[=+@-]", substring(name, 2), name) AS name, sha256, kind, inserted,
    unchanged, restated, corrected
FROM (SELECT *, input_file_name() AS read_file FROM lake_import_files)
LEFT SEMI JOIN lake_files ON path = substring_index(read_file, '/', -2);

CREATE OR REPLACE TEMPORARY VIEW metrics AS
SELECT
    code, if(name RLIKE "^'+[=+@-]", substring(name, 2), name) AS name,
    if(unit RLIKE "^'+[=+@-]", substring(unit, 2), unit) AS unit, dimension, kind, max_age_days,
    if(definition RLIKE "^'+[=+@-]", substring(definition, 2), definition) AS definition
FROM (SELECT *, input_file_name() AS read_file FROM lake_metrics)
LEFT SEMI JOIN lake_files ON path = substring_index(read_file, '/', -2);

CREATE OR REPLACE TEMPORARY VIEW units AS
SELECT
    if(code RLIKE "^'+[=+@-]", substring(code, 2), code) AS code, dimension, exponent
FROM (SELECT *, input_file_name() AS read_file FROM lake_units)
LEFT SEMI JOIN lake_files ON path = substring_index(read_file, '/', -2);

CREATE OR REPLACE TEMPORARY VIEW statuses AS
SELECT
    name, rank
FROM (SELECT *, input_file_name() AS read_file FROM lake_statuses)
LEFT SEMI JOIN lake_files ON path = substring_index(read_file, '/', -2);

-- What the book has now.

CREATE OR REPLACE TEMPORARY VIEW companies AS
SELECT
    ticker, name, country, exchange, fiscal_year_end, parent, cik, note, import, file, line
FROM company_versions
WHERE until_import IS NULL;

CREATE OR REPLACE TEMPORARY VIEW aliases AS
SELECT
    alias, ticker, valid_from, valid_to, note, import, file, line
FROM alias_versions
WHERE until_import IS NULL;

CREATE OR REPLACE TEMPORARY VIEW share_basis AS
SELECT
    ticker, from_day, ads_ratio, split, source, note, import, file, line
FROM share_basis_versions
WHERE until_import IS NULL;

CREATE OR REPLACE TEMPORARY VIEW groups AS
SELECT
    group_, ticker, joined_on, left_on, note, import, file, line
FROM group_versions
WHERE until_import IS NULL;

CREATE OR REPLACE TEMPORARY VIEW claims AS
SELECT
    publisher, subject, figure, on_, since, value, unit, printed, published_on, source, note,
    import, file, line
FROM claim_versions
WHERE until_import IS NULL;

-- All rows that the manifest counts have to be there.
SELECT assert_true(
    count(*) = 0, 'a file is missing, or the lake was replaced meanwhile: run the script again')
FROM (SELECT name, sum(rows) AS rows FROM lake_files GROUP BY name) AS counted
LEFT JOIN (
    SELECT 'observations' AS name, count(*) AS rows FROM observation_versions
    UNION ALL SELECT 'companies' AS name, count(*) AS rows FROM company_versions
    UNION ALL SELECT 'aliases' AS name, count(*) AS rows FROM alias_versions
    UNION ALL SELECT 'share_basis' AS name, count(*) AS rows FROM share_basis_versions
    UNION ALL SELECT 'groups' AS name, count(*) AS rows FROM group_versions
    UNION ALL SELECT 'claims' AS name, count(*) AS rows FROM claim_versions
    UNION ALL SELECT 'imports' AS name, count(*) AS rows FROM imports
    UNION ALL SELECT 'import_files' AS name, count(*) AS rows FROM import_files
    UNION ALL SELECT 'metrics' AS name, count(*) AS rows FROM metrics
    UNION ALL SELECT 'units' AS name, count(*) AS rows FROM units
    UNION ALL SELECT 'statuses' AS name, count(*) AS rows FROM statuses
) AS found ON found.name = counted.name
WHERE NOT counted.rows <=> found.rows;
