// A stored counter of the whole. Index: counter_name.
MATCH (n:Counter {name: $name}) RETURN n.n
