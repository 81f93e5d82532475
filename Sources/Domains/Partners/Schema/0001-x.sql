CREATE TABLE partners_x (id TEXT NOT NULL);
