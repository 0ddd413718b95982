// Cards of claims, withdrawn ones too. Index: claim_id.
UNWIND $ids AS id MATCH (c:Claim {id: id}) WHERE c.recordedAt <= $asOf RETURN {{claim c}}
