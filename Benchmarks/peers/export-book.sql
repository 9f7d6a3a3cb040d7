-- What `minerbook export` prints, out of the book's own tables, as long as every period is a day
-- and no day of publication is known, as in the benchmarks' data. In the order of the key there is
-- nothing to sort; the export has metrics in the order of their codes.
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
