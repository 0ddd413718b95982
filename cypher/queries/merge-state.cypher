// A suggestion to merge with the actors that its two stand for now and all that stands for these; or the merge that a verdict made. Indexes: merge_suggestion_id, actor_id, actor_merged, actor_merge_into.
MATCH (m:MergeSuggestion {id: $id})
MATCH (ownA:Actor {id: m.actorA}) MATCH (a:Actor {id: coalesce(ownA.mergedInto, ownA.id)})
MATCH (ownB:Actor {id: m.actorB}) MATCH (b:Actor {id: coalesce(ownB.mergedInto, ownB.id)})
CALL (a, b) { UNWIND [a.id, b.id] AS survivor CALL (survivor) { RETURN survivor AS member UNION MATCH (x:Actor) USING INDEX x:Actor(mergedInto) WHERE x.mergedInto = survivor RETURN x.id AS member } RETURN collect(DISTINCT {from: member, into: survivor}) AS members }
CALL (members) { UNWIND members AS k MATCH (g:ActorMerge) USING INDEX g:ActorMerge(intoId) WHERE g.intoId = k.from AND g.undoneAt IS NULL RETURN collect(DISTINCT {from: g.fromId, into: g.intoId, assessmentId: g.assessmentId, id: g.id}) AS merges }
RETURN {id: m.id, status: m.status, version: m.version, a: a.id, b: b.id, claimsOfA: a.claimCount, claimsOfB: b.claimCount, members: members, merges: merges}
