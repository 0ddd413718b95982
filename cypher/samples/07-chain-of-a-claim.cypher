// Who said it, who relayed it, where does the chain end? :param quote => 'twenty-six went'
MATCH (claim:Claim {text: $quote})-[:APPEARS_IN]->(article:Source)
OPTIONAL MATCH (article)-[:PUBLISHED_BY]->(outlet:Source)
OPTIONAL MATCH (claim)-[step:ATTRIBUTED_TO]->(party)
WITH claim, article, outlet, step, party ORDER BY step.position
RETURN claim.text AS claim, collect(step.role + ': ' + coalesce(party.name, party.title)) AS chain, article.title AS article, outlet.title AS outlet LIMIT 25
