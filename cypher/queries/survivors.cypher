// What ids stand for: actors with all that was merged into them, questions with their survivor. Indexes: actor_id, actor_merged, question_id.
CALL () {
  UNWIND $actors AS id MATCH (own:Actor {id: id}) WITH id, coalesce(own.mergedInto, own.id) AS survivor
  CALL (survivor) { MATCH (a:Actor {id: survivor}) RETURN a.id AS of UNION MATCH (a:Actor) USING INDEX a:Actor(mergedInto) WHERE a.mergedInto = survivor RETURN a.id AS of }
  RETURN id, of
  UNION
  UNWIND $questions AS id MATCH (q:Question {id: id}) RETURN id, coalesce(q.mergedInto, q.id) AS of
}
RETURN {from: id, into: of}
