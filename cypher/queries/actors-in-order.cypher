// Actors by the number of their claims. Index: actor_rank.
MATCH (a:Actor) USING INDEX a:Actor(rank) WHERE a.rank {{beyond}} $from AND {{filter}} AND NOT a:MergedActor
WITH a ORDER BY a.rank {{direction}} LIMIT $limit
RETURN {at: a.rank, actor: {{actor a}}}
