// What does an actor say that others contradict? :param actor => 'Anna'
MATCH (actor:Actor {name: $actor})<-[:ATTRIBUTED_TO]-(claim:Claim)-[conflict:CONTRADICTS]-(other:Claim)
OPTIONAL MATCH (other)-[:ATTRIBUTED_TO {role: 'Speaker'}]->(opponent:Actor)
RETURN claim.date AS said, claim.text AS claim, other.date AS against, other.text AS contradictedBy, opponent.name AS opponent, conflict.confidence AS confidence, conflict.explanation AS why
ORDER BY confidence DESC, said DESC LIMIT 25
