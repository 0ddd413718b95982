// Which figures were replaced by later ones, step by step?
MATCH steps = (latest:Claim)-[:SUPERSEDES*1..5]->(first:Claim)
WHERE NOT EXISTS { (:Claim)-[:SUPERSEDES]->(latest) } AND NOT EXISTS { (first)-[:SUPERSEDES]->(:Claim) }
RETURN [claim IN reverse(nodes(steps)) | claim.date + ': ' + claim.valueText] AS figures, latest.text AS latest ORDER BY length(steps) DESC LIMIT 25
