-- The last number that an import was given. One that was left is not given to another: somebody may be looking at it.
CREATE TABLE needs_import_number (
    last INTEGER NOT NULL
);
