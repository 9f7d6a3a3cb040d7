-- Prints what `minerbook export` prints, from the sqlite3 shell's own table. Nothing is joined, and
-- nothing is sorted, because the rows come in the order of the key.
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
