-- Integer keys inside; `ext` is the id at the port. Days are days since 1970-01-01, with -10000000 for undated, so that undated rows sort last
-- under DESC and need no null tests in row values. Times are Unix milliseconds. Enumerations are integers, with the C# enum as their only list.
-- `form` packs a value's flags (Reading/ValueForm.cs); dates with precision and basis are packed text (Connections/PackedDate.cs).

CREATE TABLE source(
  id INTEGER PRIMARY KEY, ext TEXT NOT NULL, kind INTEGER NOT NULL, title TEXT, document TEXT, version INTEGER NOT NULL,
  outlet_id INTEGER REFERENCES source, outlet_ext TEXT, outlet_name TEXT, url TEXT, published TEXT, published_day INTEGER NOT NULL, language TEXT,
  recorded_at INTEGER NOT NULL, withdrawn_at INTEGER, claim_count INTEGER NOT NULL DEFAULT 0, conflict_count INTEGER NOT NULL DEFAULT 0,
  content_hash TEXT, signature BLOB) STRICT;
CREATE UNIQUE INDEX source_ext ON source(ext);
CREATE UNIQUE INDEX source_document ON source(document) WHERE document IS NOT NULL AND withdrawn_at IS NULL;
CREATE INDEX source_outlet ON source(outlet_id, id) WHERE outlet_id IS NOT NULL;

CREATE TABLE article(source_id INTEGER PRIMARY KEY REFERENCES source, body TEXT NOT NULL, furniture TEXT, notices TEXT) STRICT;

CREATE TABLE actor(
  id INTEGER PRIMARY KEY, ext TEXT NOT NULL, name TEXT NOT NULL, kind INTEGER NOT NULL, aliases TEXT, merged_into INTEGER REFERENCES actor,
  claim_count INTEGER NOT NULL DEFAULT 0, question_count INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE UNIQUE INDEX actor_ext ON actor(ext);
CREATE INDEX actor_rank ON actor(claim_count, id) WHERE merged_into IS NULL;
CREATE INDEX actor_merged ON actor(merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE question(
  id INTEGER PRIMARY KEY, ext TEXT NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL, merged_into INTEGER REFERENCES question,
  recorded_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  claim_count INTEGER NOT NULL DEFAULT 0, conflict_count INTEGER NOT NULL DEFAULT 0, unreviewed_count INTEGER NOT NULL DEFAULT 0,
  position_count INTEGER NOT NULL DEFAULT 0, article_count INTEGER NOT NULL DEFAULT 0, origin_count INTEGER NOT NULL DEFAULT 0,
  latest_conflict_day INTEGER NOT NULL DEFAULT -10000000, first_asserted TEXT, last_asserted TEXT) STRICT;
CREATE UNIQUE INDEX question_ext ON question(ext);
CREATE INDEX question_merged ON question(merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX question_by_conflicts ON question(conflict_count, id) WHERE claim_count > 0;
CREATE INDEX question_by_unreviewed ON question(unreviewed_count, id) WHERE claim_count > 0;
CREATE INDEX question_by_change ON question(changed_at, id) WHERE claim_count > 0;
CREATE INDEX question_by_origins ON question(origin_count, id) WHERE claim_count > 0;
CREATE INDEX question_by_latest ON question(latest_conflict_day, id) WHERE claim_count > 0;

CREATE TABLE position(
  id INTEGER PRIMARY KEY, ext TEXT NOT NULL, question_id INTEGER NOT NULL REFERENCES question,
  value_text TEXT NOT NULL, form INTEGER NOT NULL, low REAL, high REAL, unit TEXT, vague TEXT, scope TEXT, condition TEXT,
  claim_count INTEGER NOT NULL DEFAULT 0, conflict_count INTEGER NOT NULL DEFAULT 0, article_count INTEGER NOT NULL DEFAULT 0, known_origins INTEGER NOT NULL DEFAULT 0, broken_chains INTEGER NOT NULL DEFAULT 0,
  first_day INTEGER NOT NULL DEFAULT -10000000, first_asserted TEXT, last_asserted TEXT, example_ext TEXT, superseded INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE UNIQUE INDEX position_ext ON position(ext);
CREATE INDEX position_question ON position(question_id, first_day, id, claim_count);

-- What stands behind a claim, counted once: 'actor:…' or 'source:…'.
CREATE TABLE origin(id INTEGER PRIMARY KEY, ext TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX origin_ext ON origin(ext);

CREATE TABLE claim(
  id INTEGER PRIMARY KEY, ext TEXT NOT NULL, source_id INTEGER NOT NULL REFERENCES source, question_id INTEGER REFERENCES question, position_id INTEGER REFERENCES position,
  question_ext TEXT, position_ext TEXT, speaker_id INTEGER REFERENCES actor, quote TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  value_text TEXT NOT NULL, form INTEGER NOT NULL, low REAL, high REAL, unit TEXT, vague TEXT, scope TEXT, condition TEXT,
  asserted TEXT NOT NULL, day INTEGER NOT NULL, precision INTEGER NOT NULL, recorded_at INTEGER NOT NULL, withdrawn_at INTEGER, withdrawn_by INTEGER,
  check_worthiness REAL NOT NULL, standing INTEGER NOT NULL, standing_since TEXT, origin_id INTEGER NOT NULL REFERENCES origin, origin_known INTEGER NOT NULL,
  language TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX claim_ext ON claim(ext);
CREATE INDEX claim_time ON claim(day, id, recorded_at, withdrawn_at);
CREATE INDEX claim_question_time ON claim(question_id, day, id, recorded_at, withdrawn_at) WHERE question_id IS NOT NULL;
CREATE INDEX claim_position_time ON claim(position_id, day, id, recorded_at, withdrawn_at) WHERE position_id IS NOT NULL;
CREATE INDEX claim_source_time ON claim(source_id, day, id, recorded_at, withdrawn_at);
CREATE INDEX claim_by_worth ON claim(check_worthiness, id);

-- The whole record as JSON, apart from the row that lists read.
CREATE TABLE claim_record(claim_id INTEGER PRIMARY KEY REFERENCES claim, json TEXT NOT NULL) STRICT;

CREATE TABLE attribution(
  claim_id INTEGER NOT NULL REFERENCES claim, no INTEGER NOT NULL, position INTEGER NOT NULL, role INTEGER NOT NULL, name TEXT NOT NULL,
  actor_id INTEGER REFERENCES actor, source_id INTEGER REFERENCES source, cue TEXT, cue_start INTEGER, cue_end INTEGER, quote TEXT, stance INTEGER NOT NULL, inferred INTEGER NOT NULL,
  PRIMARY KEY(claim_id, no)) STRICT, WITHOUT ROWID;
CREATE TABLE mention(
  claim_id INTEGER NOT NULL REFERENCES claim, no INTEGER NOT NULL, actor_id INTEGER NOT NULL REFERENCES actor, role INTEGER NOT NULL, span_start INTEGER, span_end INTEGER,
  PRIMARY KEY(claim_id, no)) STRICT, WITHOUT ROWID;
CREATE TABLE cites(
  from_id INTEGER NOT NULL REFERENCES source, to_id INTEGER NOT NULL REFERENCES source, kind INTEGER NOT NULL, cue TEXT, quote TEXT,
  PRIMARY KEY(from_id, to_id, kind)) STRICT, WITHOUT ROWID;
CREATE INDEX cites_back ON cites(to_id);

-- Blocks are what comparison reads together; only claims in force are in them. position_id is 0 for a claim without a position.
CREATE TABLE block(id INTEGER PRIMARY KEY, ext TEXT NOT NULL, revision INTEGER NOT NULL, claim_count INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE UNIQUE INDEX block_ext ON block(ext);
CREATE TABLE claim_block(
  block_id INTEGER NOT NULL REFERENCES block, position_id INTEGER NOT NULL, day INTEGER NOT NULL, claim_id INTEGER NOT NULL REFERENCES claim,
  PRIMARY KEY(block_id, position_id, day, claim_id)) STRICT, WITHOUT ROWID;
CREATE INDEX claim_block_claim ON claim_block(claim_id);

CREATE TABLE relation(
  id INTEGER PRIMARY KEY, ext TEXT NOT NULL, kind INTEGER NOT NULL CHECK(kind BETWEEN 1 AND 4), conflict INTEGER NOT NULL, status INTEGER NOT NULL, version INTEGER NOT NULL,
  later_id INTEGER NOT NULL REFERENCES claim, earlier_id INTEGER NOT NULL REFERENCES claim, question_id INTEGER NOT NULL REFERENCES question, question_ext TEXT NOT NULL,
  later_day INTEGER NOT NULL, earlier_day INTEGER NOT NULL, confidence REAL NOT NULL, recorded_at INTEGER NOT NULL, withdrawn_at INTEGER, withdrawn_by INTEGER, weight INTEGER NOT NULL DEFAULT 0,
  narrower INTEGER NOT NULL, independent INTEGER, rule TEXT NOT NULL, deciding_field TEXT NOT NULL, explanation TEXT NOT NULL, counterfactual TEXT, inputs TEXT NOT NULL,
  trace TEXT NOT NULL, factors TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX relation_ext ON relation(ext);
CREATE INDEX relation_later ON relation(later_id, kind);
CREATE INDEX relation_earlier ON relation(earlier_id, kind);
CREATE INDEX relation_time ON relation(later_day, id);
CREATE INDEX relation_question_time ON relation(question_id, later_day, id);
CREATE INDEX conflict_time ON relation(later_day, id, recorded_at, withdrawn_at, status) WHERE conflict = 1;
CREATE INDEX conflict_question_time ON relation(question_id, later_day, id, recorded_at, withdrawn_at, status) WHERE conflict = 1;
CREATE INDEX relation_confidence ON relation(confidence, id);
CREATE INDEX relation_status_time ON relation(status, later_day, id);
CREATE INDEX relation_open ON relation(weight, id) WHERE conflict = 1 AND status = 0 AND withdrawn_at IS NULL;

CREATE TABLE candidate(
  id INTEGER PRIMARY KEY, ext TEXT NOT NULL, kind INTEGER NOT NULL, a_id INTEGER NOT NULL REFERENCES claim, b_id INTEGER NOT NULL REFERENCES claim, question_id INTEGER REFERENCES question,
  score REAL NOT NULL, doubt TEXT NOT NULL, inputs TEXT NOT NULL, status INTEGER NOT NULL, version INTEGER NOT NULL, recorded_at INTEGER NOT NULL, withdrawn_at INTEGER, withdrawn_by INTEGER,
  weight INTEGER NOT NULL DEFAULT 0, factors TEXT NOT NULL, if_confirmed TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX candidate_ext ON candidate(ext);
CREATE INDEX candidate_a ON candidate(a_id);
CREATE INDEX candidate_b ON candidate(b_id);
CREATE INDEX candidate_question ON candidate(question_id) WHERE question_id IS NOT NULL;
CREATE INDEX candidate_open ON candidate(weight, id) WHERE status = 0 AND withdrawn_at IS NULL;

CREATE TABLE set_apart(
  question_id INTEGER NOT NULL REFERENCES question, other_id INTEGER NOT NULL, claim_id INTEGER NOT NULL, reason TEXT NOT NULL,
  PRIMARY KEY(question_id, other_id, claim_id)) STRICT, WITHOUT ROWID;

-- DIFFERENT_SCOPE verdicts in force, by the lower claim of the pair; they hold for the positions of the two claims.
CREATE TABLE scope_verdict(
  claim_a INTEGER NOT NULL REFERENCES claim, claim_b INTEGER NOT NULL REFERENCES claim, question_id INTEGER NOT NULL, assessment_id INTEGER NOT NULL,
  PRIMARY KEY(claim_a, claim_b)) STRICT, WITHOUT ROWID;
CREATE INDEX scope_verdict_assessment ON scope_verdict(assessment_id);
CREATE INDEX scope_verdict_question ON scope_verdict(question_id);
CREATE INDEX scope_verdict_b ON scope_verdict(claim_b);

CREATE TABLE merge_suggestion(
  id INTEGER PRIMARY KEY, ext TEXT NOT NULL, actor_a INTEGER NOT NULL REFERENCES actor, actor_b INTEGER NOT NULL REFERENCES actor, score REAL NOT NULL, reason TEXT NOT NULL,
  status INTEGER NOT NULL, version INTEGER NOT NULL, recorded_at INTEGER NOT NULL, weight INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE UNIQUE INDEX merge_suggestion_ext ON merge_suggestion(ext);
CREATE INDEX merge_suggestion_open ON merge_suggestion(weight, id) WHERE status = 0;
CREATE TABLE actor_merge(
  id INTEGER PRIMARY KEY, ext TEXT NOT NULL, from_id INTEGER NOT NULL REFERENCES actor, into_id INTEGER NOT NULL REFERENCES actor, by TEXT NOT NULL, at INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL, undone_at INTEGER) STRICT;
CREATE UNIQUE INDEX actor_merge_ext ON actor_merge(ext);
CREATE INDEX actor_merge_assessment ON actor_merge(assessment_id);
CREATE INDEX actor_merge_into ON actor_merge(into_id) WHERE undone_at IS NULL;
CREATE UNIQUE INDEX actor_merge_from ON actor_merge(from_id) WHERE undone_at IS NULL;

-- Append-only, and so is the undoing of one. `before` and `after` are what the verdict changed, for undo and asOf.
CREATE TABLE assessment(
  id INTEGER PRIMARY KEY, ext TEXT NOT NULL, target TEXT NOT NULL, verdict INTEGER NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL, reason TEXT, before TEXT, after TEXT) STRICT;
CREATE TABLE undoing(assessment_id INTEGER PRIMARY KEY REFERENCES assessment, by TEXT NOT NULL, at INTEGER NOT NULL, reason TEXT) STRICT;
CREATE UNIQUE INDEX assessment_ext ON assessment(ext);
CREATE INDEX assessment_target ON assessment(target, id);
CREATE INDEX assessment_by ON assessment(by, id);

CREATE TABLE change(seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, source TEXT, assessment TEXT, relations TEXT NOT NULL, run TEXT) STRICT;
CREATE TABLE run(id INTEGER PRIMARY KEY, ext TEXT NOT NULL, started_at INTEGER NOT NULL, json TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX run_ext ON run(ext);
CREATE INDEX run_time ON run(started_at, id);

-- Projections: all of them can be computed from the tables above (rebuild).
CREATE TABLE actor_claim(
  actor_id INTEGER NOT NULL, mentioned INTEGER NOT NULL, day INTEGER NOT NULL, claim_id INTEGER NOT NULL, innermost INTEGER NOT NULL, recorded_at INTEGER NOT NULL, withdrawn_at INTEGER,
  PRIMARY KEY(actor_id, mentioned, day, claim_id)) STRICT, WITHOUT ROWID;
CREATE TABLE dispute(actor_id INTEGER NOT NULL, later_day INTEGER NOT NULL, relation_id INTEGER NOT NULL, PRIMARY KEY(actor_id, later_day, relation_id)) STRICT, WITHOUT ROWID;
CREATE TABLE position_origin(position_id INTEGER NOT NULL, origin_id INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY(position_id, origin_id)) STRICT, WITHOUT ROWID;
CREATE TABLE actor_question(actor_id INTEGER NOT NULL, question_id INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY(actor_id, question_id)) STRICT, WITHOUT ROWID;
CREATE INDEX actor_question_back ON actor_question(question_id);
CREATE TABLE counter(name TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE claim_text USING fts5(quote, content='claim', content_rowid='id', tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE question_text USING fts5(text, content='question', content_rowid='id', tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE source_text USING fts5(title, content='source', content_rowid='id', tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE actor_text USING fts5(name, aliases, content='actor', content_rowid='id', tokenize="unicode61 remove_diacritics 2");
