// Over which claims, questions and articles do two actors hang together? :param actor => 'Anna' :param other => 'Bert'
MATCH (a:Actor {name: $actor}), (b:Actor {name: $other})
MATCH path = shortestPath((a)-[:ATTRIBUTED_TO|MENTIONS|ANSWERS|CONTRADICTS|SUPERSEDES|REFINES|CORROBORATES|APPEARS_IN|CITES|PUBLISHED_BY*..8]-(b))
RETURN [n IN nodes(path) | labels(n)[0] + ': ' + coalesce(n.name, n.title, n.text, n.id)] AS path, [r IN relationships(path) | type(r)] AS by
