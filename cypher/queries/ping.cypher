// Whether the server answers, and the schema that it has. Index: none needed, a handful of nodes.
OPTIONAL MATCH (m:Migration) RETURN collect(m.name)
