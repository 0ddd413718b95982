// Steps of a walk from sources: the newest claims, what they cite and who cites them, outlet and articles. Indexes: source_id, claim_source_time, source_outlet_recorded.
UNWIND $ids AS id MATCH (s:Source {id: id})
CALL (s) {
  CALL (s) { MATCH (c:Claim) USING INDEX c:Claim(sourceId, sortKey) WHERE c.sourceId = s.id AND c.sortKey > '' AND 'AppearsIn' IN $links AND c.recordedAt <= $time AND (c.withdrawnAt IS NULL OR c.withdrawnAt > $time) RETURN c.id AS to ORDER BY c.sourceId DESC, c.sortKey DESC LIMIT $most } RETURN to, 'AppearsIn' AS link
  UNION
  CALL (s) { MATCH (s)-[:CITES]-(t:Source) WHERE 'Cites' IN $links RETURN DISTINCT t.id AS to LIMIT $most } RETURN to, 'Cites' AS link
  UNION
  WITH s WHERE s.outletId IS NOT NULL AND 'PublishedBy' IN $links RETURN s.outletId AS to, 'PublishedBy' AS link
  UNION
  CALL (s) { MATCH (a:Source) USING INDEX a:Source(outletId, recordedKey) WHERE a.outletId = s.id AND a.recordedKey > '' AND 'PublishedBy' IN $links AND a.recordedAt <= $time AND (a.withdrawnAt IS NULL OR a.withdrawnAt > $time) RETURN a.id AS to ORDER BY a.outletId DESC, a.recordedKey DESC LIMIT $most } RETURN to, 'PublishedBy' AS link
}
RETURN {from: id, to: to, link: link}
