-- By what actors of like names meet (SameActor.KeysOf): written with the actor, asked before an article is stored.
CREATE TABLE actor_key(key TEXT NOT NULL, actor_id INTEGER NOT NULL REFERENCES actor, PRIMARY KEY(key, actor_id)) STRICT, WITHOUT ROWID;
