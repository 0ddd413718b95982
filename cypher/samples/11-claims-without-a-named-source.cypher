// Which outlets publish most claims whose chain breaks before an origin?
MATCH (claim:Claim {originKnown: false})-[:APPEARS_IN]->(:Source)-[:PUBLISHED_BY]->(outlet:Source) WHERE claim.withdrawnAt IS NULL
RETURN outlet.title AS outlet, count(DISTINCT claim) AS claims, collect(DISTINCT claim.text)[..3] AS examples ORDER BY claims DESC LIMIT 25
