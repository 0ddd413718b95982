// One node per id: MERGE on these keys is what makes two writers meet instead of making doubles.
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT source_text_id IF NOT EXISTS FOR (n:SourceText) REQUIRE n.sourceId IS UNIQUE;
CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT question_id IF NOT EXISTS FOR (n:Question) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT position_id IF NOT EXISTS FOR (n:Position) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT date_day IF NOT EXISTS FOR (n:Date) REQUIRE n.day IS UNIQUE;
CREATE CONSTRAINT assessment_id IF NOT EXISTS FOR (n:Assessment) REQUIRE n.id IS UNIQUE;
// The store's own: documents and their current version, blocks and their revision, records of relations and candidates, the feed, counters, runs.
CREATE CONSTRAINT document_id IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT block_key IF NOT EXISTS FOR (n:Block) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT relation_record_id IF NOT EXISTS FOR (n:RelationRecord) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT candidate_id IF NOT EXISTS FOR (n:Candidate) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT merge_suggestion_id IF NOT EXISTS FOR (n:MergeSuggestion) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT actor_merge_id IF NOT EXISTS FOR (n:ActorMerge) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT set_apart_key IF NOT EXISTS FOR (n:SetApart) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT scope_verdict_key IF NOT EXISTS FOR (n:ScopeVerdict) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT run_id IF NOT EXISTS FOR (n:Run) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT tally_key IF NOT EXISTS FOR (n:Tally) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT counter_name IF NOT EXISTS FOR (n:Counter) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT change_sequence IF NOT EXISTS FOR (n:Change) REQUIRE n.sequence IS UNIQUE;
CREATE CONSTRAINT change_write IF NOT EXISTS FOR (n:Change) REQUIRE n.write IS UNIQUE;
