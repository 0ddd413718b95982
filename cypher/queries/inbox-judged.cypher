// What one person judged, the latest first; each thing once, by its latest verdict of that person. Index: assessment_by.
MATCH (v:Assessment) USING INDEX v:Assessment(by, sequence) WHERE v.by = $by AND v.sequence < $from AND {{filter}}
  AND NOT EXISTS { MATCH (l:Assessment) USING INDEX l:Assessment(targetId, sequence) WHERE l.targetId = v.targetId AND l.sequence > v.sequence AND l.by = $by }
WITH v ORDER BY v.by DESC, v.sequence DESC LIMIT $limit
RETURN {id: v.targetId, sequence: v.sequence}
