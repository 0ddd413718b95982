// The stored text of articles. Index: source_text_id.
UNWIND $ids AS id MATCH (t:SourceText {sourceId: id}) RETURN t {.sourceId, .text, .furniture, .notices}
