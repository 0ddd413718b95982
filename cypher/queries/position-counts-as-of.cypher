// The counters of positions as of a time; positions that nobody held then are left out. Index: claim_position_time.
UNWIND $ids AS id
MATCH (c:Claim) USING INDEX c:Claim(positionId, sortKey) WHERE c.positionId = id AND c.sortKey > '' AND c.recordedAt <= $asOf AND (c.withdrawnAt IS NULL OR c.withdrawnAt > $asOf)
WITH id, c ORDER BY c.sortKey
WITH id, count(c) AS claims, count(DISTINCT c.sourceId) AS articles, count(DISTINCT CASE WHEN c.originKnown THEN c.origin END) AS known, count(DISTINCT CASE WHEN NOT c.originKnown THEN c.sourceId END) AS broken,
  collect(CASE WHEN c.sortKey > '0001' THEN c.asserted END) AS dated, head(collect(c.id)) AS example
RETURN {id: id, claims: claims, articles: articles, known: known, broken: broken, first: head(dated), last: last(dated), example: example}
