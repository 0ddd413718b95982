// The positions in a block that is larger than the cap. Index: block_key, then IN_BLOCK from the block.
MATCH (b:Block {key: $block})<-[entry:IN_BLOCK]-() RETURN DISTINCT entry.positionId
