-- What `minerbook export` prints, out of the sqlite3 shell's own table: nothing to join, and in
-- the order of its key nothing to sort.
SELECT
    subject,
    metric,
    period,
    value,
    unit,
    NULL AS published_on,
    source,
    'reported' AS status,
    NULL AS note
FROM observation
ORDER BY subject, metric, period, source;
