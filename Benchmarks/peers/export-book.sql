-- Prints what `minerbook export` prints, from the tables of the book, if every period is a day and
-- no publication date is known, as in the benchmarks. Rows come in the order of the key, so that
-- nothing is sorted; the export sorts metrics by their codes.
SELECT
    subject.code AS subject,
    metric.code AS metric,
    date(o.period_end * 86400, 'unixepoch') AS period,
    printf('%.*f', o.decimals, o.value / power(10, o.decimals)) AS value,
    unit.code AS unit,
    NULL AS published_on,
    source.text AS source,
    status.name AS status,
    o.note AS note
FROM observation AS o
JOIN subject ON subject.id = o.subject
JOIN metric ON metric.id = o.metric
JOIN unit ON unit.id = o.unit
JOIN status ON status.id = o.status
JOIN source ON source.id = o.source
ORDER BY o.subject, o.metric, o.period_end;
