// Questions; one that was merged into another answers with the survivor, under the id asked for. Index: question_id.
UNWIND $ids AS id MATCH (own:Question {id: id}) WHERE own.recordedAt <= $asOf MATCH (q:Question {id: coalesce(own.mergedInto, own.id)}) RETURN {asked: id, question: {{question q}}}
