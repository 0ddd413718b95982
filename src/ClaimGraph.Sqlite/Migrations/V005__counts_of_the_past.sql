-- Counting a question or position as of a recorded time reads this index alone, not the claims.
CREATE INDEX claim_past ON claim(question_id, position_id, source_id, recorded_at, withdrawn_at, origin_known, origin_id) WHERE question_id IS NOT NULL;
