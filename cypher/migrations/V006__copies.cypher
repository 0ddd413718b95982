// Copies between stores: the mark of the one that is under way, and verdicts in the order in which they were given.
CREATE CONSTRAINT copy_mark_name IF NOT EXISTS FOR (n:CopyMark) REQUIRE n.name IS UNIQUE;
CREATE INDEX assessment_sequence IF NOT EXISTS FOR (n:Assessment) ON (n.sequence);
