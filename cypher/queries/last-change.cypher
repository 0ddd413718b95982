// The last number of the feed. Index: counter_name.
MATCH (f:Counter {name: 'feed'}) RETURN f.n
