// What lists show, as map projections: {{claim c}} in a query stands for the piece "claim" with c for its variable. Each look-up goes through a unique key.

//: claim
$v {.id, .text, .spanStart, .spanEnd, .questionId, .positionId, .value, .asserted, .recordedAt, .withdrawnAt, .checkWorthiness, .standing, .standingSince, .sortKey, .worthKey,
  source: head(COLLECT { MATCH (s:Source {id: $v.sourceId}) RETURN s {.id, .kind, .title, .outletId, .outletName, .url, .published} }),
  speaker: head(COLLECT { MATCH (own:Actor {id: $v.speakerId}) MATCH (x:Actor {id: coalesce(own.mergedInto, own.id)}) RETURN x {.id, .name, .kind, .aliases} })}

//: relation
$v {.id, .kind, .conflict, .status, .version, .recordedAt, .questionId, .withdrawnAt, .record, .sortKey, .confidenceKey, .reviewKey, .openKey, .weight,
  later: head(COLLECT { MATCH (a:Claim {id: $v.laterId}) RETURN {{claim a}} }),
  earlier: head(COLLECT { MATCH (b:Claim {id: $v.earlierId}) RETURN {{claim b}} })}

//: bareRelation
$v {.id, .kind, .conflict, .status, .version, .recordedAt, .questionId, .withdrawnAt, .record, .sortKey}

//: candidate
$v {.id, .kind, .a, .b, .questionId, .score, .doubt, .factors, .inputs, .status, .version, .recordedAt, .withdrawnAt, .ifConfirmed, .openKey}

//: source
$v {.id, .kind, .title, .document, .version, .outletId, .outletName, .url, .published, .language, .recordedAt, .withdrawnAt, .claimCount, .conflictCount, .sortKey}

//: actor
$v {.id, .name, .kind, .aliases, .claimCount, .questionCount, .rank, .mergedInto}

//: question
$v {.id, .key, .text, .claimCount, .conflictCount, .positionCount, .articleCount, .unreviewedCount, .originCount, .latestConflict, .firstAsserted, .lastAsserted, .conflictRank, .reviewRank, .changeRank, .originRank}

//: position
$v {.id, .questionId, .value, .claimCount, .articleCount, .knownOrigins, .brokenChains, .firstAsserted, .lastAsserted, .exampleId, .superseded, .firstKey}
