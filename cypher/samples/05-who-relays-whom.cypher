// Whose words reach readers through whom? Pairs of an inner and an outer step of the chains.
MATCH (inner)<-[a:ATTRIBUTED_TO]-(claim:Claim)-[b:ATTRIBUTED_TO]->(outer) WHERE b.position = a.position + 1
RETURN coalesce(inner.name, inner.title) AS said, coalesce(outer.name, outer.title) AS relayedBy, count(*) AS claims, collect(DISTINCT a.cue)[..5] AS cues
ORDER BY claims DESC LIMIT 25
