// Counts of the whole: from the count store and from kept counters. Index: counter_name, change_sequence.
CALL () { MATCH (n:Question) RETURN count(n) AS questions }
CALL () { MATCH (n:MergedQuestion) RETURN count(n) AS mergedQuestions }
CALL () { MATCH (n:Actor) RETURN count(n) AS actors }
CALL () { MATCH (n:MergedActor) RETURN count(n) AS mergedActors }
CALL () { MATCH (n:Document) RETURN count(n) AS documents }
CALL () { UNWIND ['claims', 'conflicts', 'unreviewed', 'feed'] AS name MATCH (n:Counter {name: name}) RETURN collect({name: n.name, by: n.n}) AS counters }
RETURN {questions: questions - mergedQuestions, actors: actors - mergedActors, sources: documents, counters: counters,
  recordedUpTo: head(COLLECT { MATCH (x:Change {sequence: head([c IN counters WHERE c.name = 'feed' | c.by])}) RETURN x.at })}
