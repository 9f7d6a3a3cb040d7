-- The views of a minerbook lake, for DuckDB 1.2 or later. In the folder of the lake:
--
--     duckdb -init views.sql
--
-- In another folder, say first where it is: SET VARIABLE lake = '/path/of/the/lake';
--
-- Only the files that the manifest names are read, so that the views show one state of the book,
-- even while it is exported again. Run the script again to see the next state, and in every new
-- session.

SET VARIABLE lake_manifest = (
    SELECT {'snapshots': snapshots, 'files': files}
    FROM read_json(
        coalesce(getvariable('lake') || '/', '') || 'manifest.json',
        maximum_object_size = 268435456,
        columns = {
            'snapshots': 'STRUCT("import" INTEGER, recorded VARCHAR, added BIGINT, ended BIGINT, '
                || 'observations BIGINT)[]',
            'files': 'STRUCT("table" VARCHAR, path VARCHAR)[]'
        })
);

-- The paths of the files of each table.
SET VARIABLE lake_files = (
    SELECT map_from_entries(list((name, paths)))
    FROM (
        SELECT
            file."table" AS name,
            list(coalesce(getvariable('lake') || '/', '') || file.path) AS paths
        FROM (SELECT unnest(getvariable('lake_manifest').files) AS file)
        GROUP BY name
    )
);

-- A text that a spreadsheet would run as a formula has a ' in front in the files.
CREATE OR REPLACE TEMP MACRO lake_text(cell) AS
    CASE WHEN regexp_matches(cell, '^''+[=+@-]') THEN substr(cell, 2) ELSE cell END;

-- Each import or retraction that was not undone, and how many observations the book had after it.
CREATE OR REPLACE TEMP VIEW snapshots AS
SELECT unnest(getvariable('lake_manifest').snapshots, recursive := true);

-- Every observation that a snapshot has. A row is in the snapshots from from_import on and before
-- until_import, which is NULL for a row that the book has. DuckDB would take columns from all
-- folders of the path, also from those above the lake, so the last metric of the path is taken
-- here.
CREATE OR REPLACE TEMP VIEW observation_versions AS
SELECT
    lake_text(subject) AS subject, regexp_extract(filename, '.*/metric=([^/]*)/', 1) AS metric,
    period, period_start, period_end, value, unit, printed, status, published_on,
    lake_text(source) AS source, lake_text(note) AS note, "import", lake_text(file) AS file, line,
    status_rank, from_import, until_import
FROM read_csv(
    getvariable('lake_files')['observations'],
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\n',
    max_line_size = 16777216, hive_partitioning = false, filename = true,
    columns = {
        'subject': 'VARCHAR', 'period': 'VARCHAR', 'period_start': 'DATE', 'period_end': 'DATE',
        'value': 'DECIMAL(38, 18)', 'unit': 'VARCHAR', 'printed': 'VARCHAR', 'status': 'VARCHAR',
        'status_rank': 'INTEGER', 'published_on': 'DATE', 'source': 'VARCHAR', 'note': 'VARCHAR',
        'import': 'INTEGER', 'file': 'VARCHAR', 'line': 'BIGINT', 'from_import': 'INTEGER',
        'until_import': 'INTEGER'
    });

-- The observations of the book after the import with a number: from observations_at(12). counts is
-- true for the one vintage of its period that counts: the best status, then the latest publication
-- (the end of the period if that is unknown), then the greater source, then the one whose
-- publication is known.
CREATE OR REPLACE TEMP MACRO observations_at(number) AS TABLE
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
WHERE from_import <= number AND (until_import IS NULL OR until_import > number);

-- Every vintage of every figure that the book has now.
CREATE OR REPLACE TEMP VIEW observations AS
FROM observations_at(2147483647);

-- The vintage that counts of every subject, metric and period.
CREATE OR REPLACE TEMP VIEW latest_observations AS
SELECT
    subject, metric, period, period_start, period_end, value, unit, printed, status, published_on,
    source, note, import, file, line
FROM observations
WHERE counts;

CREATE OR REPLACE TEMP VIEW company_versions AS
SELECT
    lake_text(ticker) AS ticker, lake_text(name) AS name, lake_text(country) AS country,
    lake_text(exchange) AS exchange, fiscal_year_end, lake_text(parent) AS parent, cik,
    lake_text(note) AS note, import, lake_text(file) AS file, line, from_import, until_import
FROM read_csv(
    getvariable('lake_files')['companies'],
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\n',
    max_line_size = 16777216, hive_partitioning = false,
    columns = {
        'ticker': 'VARCHAR', 'name': 'VARCHAR', 'country': 'VARCHAR', 'exchange': 'VARCHAR',
        'fiscal_year_end': 'INTEGER', 'parent': 'VARCHAR', 'cik': 'BIGINT', 'note': 'VARCHAR',
        'import': 'INTEGER', 'file': 'VARCHAR', 'line': 'BIGINT', 'from_import': 'INTEGER',
        'until_import': 'INTEGER'
    });

CREATE OR REPLACE TEMP VIEW alias_versions AS
SELECT
    lake_text(alias) AS alias, lake_text(ticker) AS ticker, valid_from, valid_to,
    lake_text(note) AS note, import, lake_text(file) AS file, line, from_import, until_import
FROM read_csv(
    getvariable('lake_files')['aliases'],
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\n',
    max_line_size = 16777216, hive_partitioning = false,
    columns = {
        'alias': 'VARCHAR', 'ticker': 'VARCHAR', 'valid_from': 'DATE', 'valid_to': 'DATE',
        'note': 'VARCHAR', 'import': 'INTEGER', 'file': 'VARCHAR', 'line': 'BIGINT',
        'from_import': 'INTEGER', 'until_import': 'INTEGER'
    });

CREATE OR REPLACE TEMP VIEW share_basis_versions AS
SELECT
    lake_text(ticker) AS ticker, from_day, ads_ratio, split, lake_text(source) AS source,
    lake_text(note) AS note, import, lake_text(file) AS file, line, from_import, until_import
FROM read_csv(
    getvariable('lake_files')['share_basis'],
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\n',
    max_line_size = 16777216, hive_partitioning = false,
    columns = {
        'ticker': 'VARCHAR', 'from_day': 'DATE', 'ads_ratio': 'VARCHAR', 'split': 'VARCHAR',
        'source': 'VARCHAR', 'note': 'VARCHAR', 'import': 'INTEGER', 'file': 'VARCHAR',
        'line': 'BIGINT', 'from_import': 'INTEGER', 'until_import': 'INTEGER'
    });

CREATE OR REPLACE TEMP VIEW group_versions AS
SELECT
    lake_text(group_) AS group_, lake_text(ticker) AS ticker, joined_on, left_on,
    lake_text(note) AS note, import, lake_text(file) AS file, line, from_import, until_import
FROM read_csv(
    getvariable('lake_files')['groups'],
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\n',
    max_line_size = 16777216, hive_partitioning = false,
    columns = {
        'group_': 'VARCHAR', 'ticker': 'VARCHAR', 'joined_on': 'DATE', 'left_on': 'DATE',
        'note': 'VARCHAR', 'import': 'INTEGER', 'file': 'VARCHAR', 'line': 'BIGINT',
        'from_import': 'INTEGER', 'until_import': 'INTEGER'
    });

CREATE OR REPLACE TEMP VIEW claim_versions AS
SELECT
    lake_text(publisher) AS publisher, lake_text(subject) AS subject, figure, on_, on_start, on_end,
    since, since_start, since_end, value, unit, printed, published_on, lake_text(source) AS source,
    lake_text(note) AS note, import, lake_text(file) AS file, line, from_import, until_import
FROM read_csv(
    getvariable('lake_files')['claims'],
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\n',
    max_line_size = 16777216, hive_partitioning = false,
    columns = {
        'publisher': 'VARCHAR', 'subject': 'VARCHAR', 'figure': 'VARCHAR', 'on_': 'VARCHAR',
        'on_start': 'DATE', 'on_end': 'DATE', 'since': 'VARCHAR', 'since_start': 'DATE',
        'since_end': 'DATE', 'value': 'DECIMAL(38, 18)', 'unit': 'VARCHAR', 'printed': 'VARCHAR',
        'published_on': 'DATE', 'source': 'VARCHAR', 'note': 'VARCHAR', 'import': 'INTEGER',
        'file': 'VARCHAR', 'line': 'BIGINT', 'from_import': 'INTEGER', 'until_import': 'INTEGER'
    });

CREATE OR REPLACE TEMP VIEW imports AS
SELECT
    number, recorded, lake_text(version) AS version, undone
FROM read_csv(
    getvariable('lake_files')['imports'],
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\n',
    max_line_size = 16777216, hive_partitioning = false,
    columns = {
        'number': 'INTEGER', 'recorded': 'VARCHAR', 'version': 'VARCHAR', 'undone': 'VARCHAR'
    });

CREATE OR REPLACE TEMP VIEW import_files AS
SELECT
    import, lake_text(name) AS name, sha256, kind, inserted, unchanged, restated, corrected
FROM read_csv(
    getvariable('lake_files')['import_files'],
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\n',
    max_line_size = 16777216, hive_partitioning = false,
    columns = {
        'import': 'INTEGER', 'name': 'VARCHAR', 'sha256': 'VARCHAR', 'kind': 'VARCHAR',
        'inserted': 'BIGINT', 'unchanged': 'BIGINT', 'restated': 'BIGINT', 'corrected': 'BIGINT'
    });

CREATE OR REPLACE TEMP VIEW metrics AS
SELECT
    code, lake_text(name) AS name, lake_text(unit) AS unit, dimension, kind, max_age_days,
    lake_text(definition) AS definition
FROM read_csv(
    getvariable('lake_files')['metrics'],
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\n',
    max_line_size = 16777216, hive_partitioning = false,
    columns = {
        'code': 'VARCHAR', 'name': 'VARCHAR', 'unit': 'VARCHAR', 'dimension': 'VARCHAR',
        'kind': 'VARCHAR', 'max_age_days': 'INTEGER', 'definition': 'VARCHAR'
    });

CREATE OR REPLACE TEMP VIEW units AS
SELECT
    lake_text(code) AS code, dimension, exponent
FROM read_csv(
    getvariable('lake_files')['units'],
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\n',
    max_line_size = 16777216, hive_partitioning = false,
    columns = {
        'code': 'VARCHAR', 'dimension': 'VARCHAR', 'exponent': 'INTEGER'
    });

CREATE OR REPLACE TEMP VIEW statuses AS
SELECT
    name, rank
FROM read_csv(
    getvariable('lake_files')['statuses'],
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\n',
    max_line_size = 16777216, hive_partitioning = false,
    columns = {
        'name': 'VARCHAR', 'rank': 'INTEGER'
    });

-- What the book has now.

CREATE OR REPLACE TEMP VIEW companies AS
SELECT
    ticker, name, country, exchange, fiscal_year_end, parent, cik, note, import, file, line
FROM company_versions
WHERE until_import IS NULL;

CREATE OR REPLACE TEMP VIEW aliases AS
SELECT
    alias, ticker, valid_from, valid_to, note, import, file, line
FROM alias_versions
WHERE until_import IS NULL;

CREATE OR REPLACE TEMP VIEW share_basis AS
SELECT
    ticker, from_day, ads_ratio, split, source, note, import, file, line
FROM share_basis_versions
WHERE until_import IS NULL;

CREATE OR REPLACE TEMP VIEW groups AS
SELECT
    group_, ticker, joined_on, left_on, note, import, file, line
FROM group_versions
WHERE until_import IS NULL;

CREATE OR REPLACE TEMP VIEW claims AS
SELECT
    publisher, subject, figure, on_, since, value, unit, printed, published_on, source, note,
    import, file, line
FROM claim_versions
WHERE until_import IS NULL;
