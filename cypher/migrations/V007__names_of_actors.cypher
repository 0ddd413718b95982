// By what actors of like names meet: keys of the engine's, one blank between.
CREATE FULLTEXT INDEX actor_name_keys IF NOT EXISTS FOR (n:Actor) ON EACH [n.nameKeys] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
