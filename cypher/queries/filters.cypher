// The closed set of predicates that a filter is put together from. $value is the parameter's place; c is a claim, r the record of a relation, q a question, s a source, a an actor.

//: claim.text
all(word IN $value WHERE c.words CONTAINS word)
//: claim.questions
c.questionId IN $value
//: claim.positions
c.positionId IN $value
//: claim.actors
EXISTS { MATCH (c)-[involves:INVOLVES]->() WHERE involves.actorId IN $value }
//: claim.speakers
c.speakerId IN $value
//: claim.sources
c.sourceId IN $value
//: claim.outlets
c.outletId IN $value
//: claim.assertedFrom
c.sortKey >= $value
//: claim.assertedTo
(c.sortKey > '0001' AND c.sortKey < $value)
//: claim.recordedFrom
c.recordedAt >= $value
//: claim.recordedTo
c.recordedAt <= $value
//: claim.modality
c.modality IN $value
//: claim.relationKinds
EXISTS { MATCH (c)-[edge:CONTRADICTS|SUPERSEDES|REFINES|CORROBORATES]-() WHERE type(edge) IN $value AND edge.status <> 'Dismissed' }
//: claim.standing
c.standing IN $value
//: claim.quantityLow
((c.low IS NOT NULL OR c.high IS NOT NULL) AND (c.high IS NULL OR c.high >= $value))
//: claim.quantityHigh
((c.low IS NOT NULL OR c.high IS NOT NULL) AND (c.low IS NULL OR c.low <= $value))
//: claim.quantityUnit
c.unit = $value
//: claim.minCheckWorthiness
c.checkWorthiness >= $value
//: claim.precision
c.precision IN $value

//: relation.kinds
r.kind IN $value
//: relation.questions
r.questionId IN $value
//: relation.actors
EXISTS { MATCH (side:Claim)-[involves:INVOLVES]->() USING INDEX side:Claim(id) WHERE side.id IN [r.laterId, r.earlierId] AND involves.attributedId IN $value }
//: relation.sources
EXISTS { MATCH (side:Claim) USING INDEX side:Claim(id) WHERE side.id IN [r.laterId, r.earlierId] AND side.sourceId IN $value }
//: relation.outlets
EXISTS { MATCH (side:Claim) USING INDEX side:Claim(id) WHERE side.id IN [r.laterId, r.earlierId] AND side.outletId IN $value }
//: relation.status
r.status IN $value
//: relation.assertedFrom
r.sortKey >= $value
//: relation.assertedTo
(r.sortKey > '0001' AND r.sortKey < $value)
//: relation.minConfidence
r.confidence >= $value
//: relation.minOrigins
NOT EXISTS { MATCH (side:Claim) USING INDEX side:Claim(id) WHERE side.id IN [r.laterId, r.earlierId] AND NOT EXISTS { MATCH (p:Position {id: side.positionId}) WHERE p.knownOrigins >= $value OR (p.knownOrigins = 0 AND p.brokenChains > 0 AND $value <= 1) } }
//: relation.oneSideRestsOnOne
EXISTS { MATCH (side:Claim) USING INDEX side:Claim(id) WHERE side.id IN [r.laterId, r.earlierId] AND NOT EXISTS { MATCH (p:Position {id: side.positionId}) WHERE p.knownOrigins >= $value } }
//: relation.conflict
r.conflict = $value
//: relation.notDismissed
r.status <> 'Dismissed'

//: question.text
all(word IN $value WHERE q.words CONTAINS word)
//: question.kinds
EXISTS { MATCH (r:RelationRecord) USING INDEX r:RelationRecord(questionId, sortKey) WHERE r.questionId = q.id AND r.sortKey > '' AND r.kind IN $value AND r.withdrawnAt IS NULL AND r.status <> 'Dismissed' }
//: question.status
EXISTS { MATCH (r:RelationRecord) USING INDEX r:RelationRecord(questionId, sortKey) WHERE r.questionId = q.id AND r.sortKey > '' AND r.status IN $value AND r.withdrawnAt IS NULL }
//: question.kindsAndStatus
EXISTS { MATCH (r:RelationRecord) USING INDEX r:RelationRecord(questionId, sortKey) WHERE r.questionId = q.id AND r.sortKey > '' AND r.kind IN $value AND r.status IN $other AND r.withdrawnAt IS NULL }
//: question.actors
any(actor IN $value WHERE EXISTS { MATCH (t:Tally) USING INDEX t:Tally(key) WHERE t.key = 'aq|' + actor + '|' + q.id AND t.n > 0 })
//: question.sources
any(source IN $value WHERE EXISTS { MATCH (t:Tally) USING INDEX t:Tally(key) WHERE t.key = 'qs|' + q.id + '|' + source AND t.n > 0 })
//: question.outlets
EXISTS { MATCH (c:Claim) USING INDEX c:Claim(questionId, sortKey) WHERE c.questionId = q.id AND c.sortKey > '' AND c.outletId IN $value AND c.withdrawnAt IS NULL }
//: question.asserted
EXISTS { MATCH (c:Claim) USING INDEX c:Claim(questionId, sortKey) WHERE c.questionId = q.id AND c.sortKey >= $value AND c.sortKey < $other AND c.withdrawnAt IS NULL }
//: question.conflict
EXISTS { MATCH (r:RelationRecord) USING INDEX r:RelationRecord(questionId, sortKey) WHERE r.questionId = q.id AND r.sortKey > '' AND r.conflict AND r.withdrawnAt IS NULL AND r.status <> 'Dismissed' AND {{condition}} }

//: source.text
all(word IN $value WHERE s.words CONTAINS word)
//: source.kinds
s.kind IN $value
//: source.outlets
s.outletId IN $value
//: source.languages
s.language IN $value
//: source.publishedFrom
s.sortKey >= $value
//: source.publishedTo
(s.sortKey > '0001' AND s.sortKey < $value)

//: actor.text
all(word IN $value WHERE a.words CONTAINS word)
//: actor.kinds
a.kind IN $value

//: candidate.actors
EXISTS { MATCH (side:Claim)-[involves:INVOLVES]->() USING INDEX side:Claim(id) WHERE side.id IN [r.a, r.b] AND involves.attributedId IN $value }
//: merge.actors
(m.actorA IN $value OR m.actorB IN $value)
