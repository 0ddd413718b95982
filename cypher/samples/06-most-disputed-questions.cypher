// On which questions do sources disagree most, and what are the answers?
MATCH (question:Question) WHERE question.conflictRank > '00000001'
WITH question ORDER BY question.conflictRank DESC LIMIT 10
MATCH (position:Position)-[:ANSWERS]->(question) WHERE position.claimCount > 0
RETURN question.text AS question, question.conflictCount AS conflicts, question.latestConflict AS latest, collect(position.text + ' (' + position.claimCount + ')') AS answers
ORDER BY conflicts DESC
