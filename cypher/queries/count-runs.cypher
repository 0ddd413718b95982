// How many ingestion runs there are: from the count store.
MATCH (r:Run) RETURN count(r)
