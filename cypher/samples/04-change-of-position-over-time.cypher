// How did an actor's answer to a question change? :param actor => 'Anna'
MATCH (actor:Actor {name: $actor})<-[:ATTRIBUTED_TO]-(claim:Claim)-[:ANSWERS]->(position:Position)-[:ANSWERS]->(question:Question)
WITH DISTINCT actor, question, claim, position ORDER BY claim.date
WITH actor, question, collect({date: claim.date, answer: position.text, quote: claim.text}) AS said
WHERE size(said) > 1 AND any(s IN said WHERE s.answer <> said[0].answer)
RETURN actor.name AS actor, question.text AS question, said LIMIT 25
