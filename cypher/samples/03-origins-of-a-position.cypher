// How many articles hold each answer to a question, and on how many origins do they rest? :param words => 'troops'
MATCH (position:Position)-[:ANSWERS]->(question:Question) WHERE question.words CONTAINS toLower($words)
MATCH (claim:Claim)-[:ANSWERS]->(position)
WITH question, position, count(DISTINCT claim.sourceId) AS articles, collect(DISTINCT CASE WHEN claim.originKnown THEN claim.origin END) AS origins
RETURN question.text AS question, position.text AS answer, articles, size(origins) AS origins, articles - size(origins) AS repeats, origins[..5] AS some
ORDER BY repeats DESC LIMIT 25
