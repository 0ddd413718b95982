// Candidates. Index: candidate_id.
UNWIND $ids AS id MATCH (d:Candidate {id: id}) WHERE d.recordedAt <= $asOf RETURN {{candidate d}}
