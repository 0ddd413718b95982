// Which answers look well confirmed and rest on a single origin?
MATCH (position:Position)-[:ANSWERS]->(question:Question)
WHERE position.articleCount > 1 AND position.knownOrigins + position.brokenChains <= 1
RETURN question.text AS question, position.text AS answer, position.articleCount AS articles, position.knownOrigins AS origins
ORDER BY articles DESC LIMIT 25
