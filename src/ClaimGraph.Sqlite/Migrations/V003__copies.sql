-- The copy into this store that is under way: at most one row, moved in the transaction of each page.
CREATE TABLE copy_mark(one INTEGER PRIMARY KEY CHECK(one = 1), origin TEXT NOT NULL, change INTEGER NOT NULL, part INTEGER NOT NULL, reached TEXT NOT NULL) STRICT;
