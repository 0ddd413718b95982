// Labels of nodes. Indexes: claim_id, source_id, actor_id, question_id.
CALL () {
  UNWIND $ids AS id MATCH (c:Claim {id: id}) MATCH (s:Source {id: c.sourceId}) OPTIONAL MATCH (x:Actor {id: c.speakerId}) OPTIONAL MATCH (m:Actor {id: x.mergedInto})
  RETURN {id: c.id, label: left(c.text, 120), kind: 'Claim', sub: coalesce(m.name, x.name, s.outletName, s.title), at: c.sortKey} AS node
  UNION ALL
  UNWIND $ids AS id MATCH (s:Source {id: id}) RETURN {id: s.id, label: left(coalesce(s.title, s.url, s.outletName, s.id), 120), kind: 'Source', sub: s.outletName, at: s.sortKey} AS node
  UNION ALL
  UNWIND $ids AS id MATCH (a:Actor {id: id}) RETURN {id: a.id, label: a.name, kind: 'Actor', sub: null, at: null} AS node
  UNION ALL
  UNWIND $ids AS id MATCH (q:Question {id: id}) RETURN {id: q.id, label: left(q.text, 120), kind: 'Question', sub: null, at: q.latestConflict} AS node
}
RETURN node
