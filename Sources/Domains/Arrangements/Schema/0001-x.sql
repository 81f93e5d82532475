CREATE TABLE arrangements_x (id TEXT NOT NULL);
