// The current version of each document that is known. Index: document_id.
UNWIND $documents AS id MATCH (d:Document {id: id}) WHERE d.sourceId IS NOT NULL RETURN d {.id, .sourceId, .version, .contentHash}
