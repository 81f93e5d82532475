ALTER TABLE partners_post ADD COLUMN access TEXT CHECK (access LIKE '["%"]');
