// Actors; one that was merged into another answers with the survivor, under the id asked for. Index: actor_id.
UNWIND $ids AS id MATCH (own:Actor {id: id}) MATCH (a:Actor {id: coalesce(own.mergedInto, own.id)}) RETURN {asked: id, actor: {{actor a}}}
