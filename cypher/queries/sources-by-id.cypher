// Sources. Index: source_id.
UNWIND $ids AS id MATCH (s:Source {id: id}) WHERE s.recordedAt <= $asOf RETURN {{source s}}
