// Merges in force, by the actor that survived; those into an actor that was merged in turn count to its survivor. Indexes: actor_merged, actor_merge_into, actor_id.
UNWIND $ids AS id
CALL (id) { RETURN id AS member UNION MATCH (i:Actor) USING INDEX i:Actor(mergedInto) WHERE i.mergedInto = id RETURN i.id AS member }
MATCH (g:ActorMerge) USING INDEX g:ActorMerge(intoId) WHERE g.intoId = member AND g.undoneAt IS NULL MATCH (a:Actor {id: g.fromId})
RETURN {survivor: id, id: g.id, fromId: g.fromId, fromName: a.name, intoId: g.intoId, by: g.by, at: g.at} ORDER BY g.at
