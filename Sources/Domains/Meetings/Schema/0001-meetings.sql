CREATE TABLE meetings_cycle (id TEXT);
