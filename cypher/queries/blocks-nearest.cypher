// Of a block that is larger than the cap: of each position the claims nearest to the days asked for, on either side. Index: in_block_time.
UNWIND $positions AS position UNWIND $days AS day
CALL (position, day) {
  MATCH (c:Claim)-[e:IN_BLOCK]->() USING INDEX e:IN_BLOCK(key, positionId, sortKey) WHERE e.key = $block AND e.positionId = position AND e.sortKey <= day RETURN c.id AS id, e.sortKey AS at ORDER BY e.key DESC, e.positionId DESC, e.sortKey DESC LIMIT $each
  UNION
  MATCH (c:Claim)-[e:IN_BLOCK]->() USING INDEX e:IN_BLOCK(key, positionId, sortKey) WHERE e.key = $block AND e.positionId = position AND e.sortKey > day RETURN c.id AS id, e.sortKey AS at ORDER BY e.key, e.positionId, e.sortKey LIMIT $each
}
RETURN {id: id, position: position, at: at}
