// A verdict as it was appended, by its id or by that of the merge that it made; and whether a later one in force stands on it. Indexes: assessment_id, actor_merge_id, assessment_target.
CALL () { MATCH (v:Assessment {id: $id}) RETURN v UNION MATCH (g:ActorMerge {id: $id}) MATCH (v:Assessment {id: g.assessmentId}) RETURN v }
RETURN {id: v.id, targetId: v.targetId, before: v.before, undone: v.undoneAt IS NOT NULL,
  hasLater: EXISTS { MATCH (l:Assessment) USING INDEX l:Assessment(targetId, sequence) WHERE l.targetId = v.targetId AND l.sequence > v.sequence AND l.before IS NOT NULL AND l.undoneAt IS NULL }}
