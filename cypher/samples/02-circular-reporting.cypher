// Which sources cite each other in a circle, so that each seems to confirm the other?
MATCH circle = (source:Source)-[:CITES*1..6]->(source)
WHERE all(n IN nodes(circle)[..-1] WHERE source.id <= n.id)
WITH [n IN nodes(circle)[..-1] | coalesce(n.title, n.outletName, n.id)] AS sources, length(circle) AS steps
RETURN DISTINCT steps, sources ORDER BY steps LIMIT 25
