// How many actors meet a filter, counted to $limit. Index: actor_rank.
MATCH (a:Actor) USING INDEX a:Actor(rank) WHERE a.rank > '' AND {{filter}} AND NOT a:MergedActor WITH a LIMIT $limit RETURN count(a)
