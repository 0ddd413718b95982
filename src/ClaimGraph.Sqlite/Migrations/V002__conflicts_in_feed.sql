-- The feed names the relations that a change made conflicts for the first time; `found` remembers which have been named.
ALTER TABLE change ADD COLUMN conflicts TEXT NOT NULL DEFAULT '';
ALTER TABLE relation ADD COLUMN found INTEGER NOT NULL DEFAULT 0;
UPDATE relation SET found = 1 WHERE conflict = 1 AND status <> 2 AND withdrawn_at IS NULL;
UPDATE change SET conflicts = coalesce((
  SELECT group_concat(r.ext, char(10)) FROM json_each('["' || replace(relations, char(10), '","') || '"]') j CROSS JOIN relation r ON r.ext = j.value
  WHERE r.conflict = 1 AND r.recorded_at >= change.at), '') WHERE relations <> '';
