// The counters of positions as of a time; positions that nobody held yet are left out. Index: claim_position_time.
UNWIND $ids AS id
MATCH (c:Claim) WHERE c.positionId = id AND c.recordedAt <= $asOf AND (c.withdrawnAt IS NULL OR c.withdrawnAt > $asOf)
WITH id, count(c) AS claims, count(DISTINCT c.sourceId) AS articles, count(DISTINCT CASE WHEN c.originKnown THEN c.origin END) AS known, count(DISTINCT CASE WHEN NOT c.originKnown THEN c.sourceId END) AS broken
RETURN {id: id, claims: claims, articles: articles, known: known, broken: broken}
