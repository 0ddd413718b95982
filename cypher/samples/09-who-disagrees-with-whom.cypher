// Which pairs of actors contradict each other most often?
MATCH (a:Actor)<-[:ATTRIBUTED_TO]-(:Claim)-[conflict:CONTRADICTS]-(:Claim)-[:ATTRIBUTED_TO]->(b:Actor) WHERE a.id < b.id
RETURN a.name AS one, b.name AS other, count(DISTINCT conflict) AS conflicts ORDER BY conflicts DESC LIMIT 25
