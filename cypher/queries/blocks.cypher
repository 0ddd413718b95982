// One state of some blocks: locked in the order of their keys (setting a property to itself locks and writes nothing), then read: revisions and claims. Larger blocks than the cap answer no claims here: see blocks-nearest.
// Indexes: block_key, then IN_BLOCK from each block.
CALL () { UNWIND $blocks AS key MATCH (b:Block {key: key}) WITH b ORDER BY b.key SET b.revision = b.revision RETURN collect(b) AS locked }
CALL (locked) { UNWIND locked AS b RETURN collect({key: b.key, revision: b.revision, size: COUNT { (b)<-[:IN_BLOCK]-() }}) AS blocks }
CALL (locked) {
  UNWIND locked AS b WITH b WHERE COUNT { (b)<-[:IN_BLOCK]-() } <= $cap
  MATCH (b)<-[:IN_BLOCK]-(c:Claim) RETURN collect(DISTINCT c.id) AS claims
}
RETURN {blocks: blocks, claims: claims}
