// How many verdicts one person has given since a time, from the latest back. Index: assessment_by.
MATCH (v:Assessment) USING INDEX v:Assessment(by, sequence) WHERE v.by = $by AND v.sequence > 0 AND v.at >= $since RETURN count(v)
