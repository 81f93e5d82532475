-- PostgreSQL looks for what each row points at row by row, and takes longer over that than over keeping the figures.
-- Here it is looked for once for all the rows of a statement. Writers are serialisable, so of one who adds a figure and
-- one who takes away what it points at, one is refused.
ALTER TABLE needs_observation DROP CONSTRAINT needs_observation_series_fkey;
ALTER TABLE needs_observation DROP CONSTRAINT needs_observation_period_fkey;
ALTER TABLE needs_observation DROP CONSTRAINT needs_observation_source_fkey;

CREATE FUNCTION needs_observation_points() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
    needs_series_of BIGINT[] := ARRAY(SELECT DISTINCT series FROM brought);
    needs_period_of BIGINT[] := ARRAY(SELECT DISTINCT period FROM brought);
    needs_import_of BIGINT[] := ARRAY(SELECT DISTINCT source FROM brought);
BEGIN
    IF (SELECT count(*) FROM needs_series WHERE id = ANY (needs_series_of)) < cardinality(needs_series_of)
        OR (SELECT count(*) FROM needs_period WHERE id = ANY (needs_period_of)) < cardinality(needs_period_of)
        OR (SELECT count(*) FROM needs_import WHERE number = ANY (needs_import_of)) < cardinality(needs_import_of)
    THEN RAISE EXCEPTION 'A figure points at what is not there' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER needs_observation_points AFTER INSERT ON needs_observation
    REFERENCING NEW TABLE AS brought FOR EACH STATEMENT EXECUTE FUNCTION needs_observation_points();
CREATE TRIGGER needs_observation_points_on AFTER UPDATE ON needs_observation
    REFERENCING NEW TABLE AS brought FOR EACH STATEMENT EXECUTE FUNCTION needs_observation_points();

-- The other way round: what a figure points at neither goes nor gets another number.
CREATE FUNCTION needs_pointed_at() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    needs_is_pointed_at BOOLEAN;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM needs_observation WHERE %I = ($1).%I)', TG_ARGV[0], TG_ARGV[1])
        INTO needs_is_pointed_at USING OLD;
    IF needs_is_pointed_at THEN RAISE EXCEPTION 'A figure points at it' USING ERRCODE = 'foreign_key_violation'; END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER needs_series_kept AFTER DELETE OR UPDATE OF id ON needs_series
    FOR EACH ROW EXECUTE FUNCTION needs_pointed_at('series', 'id');
CREATE TRIGGER needs_period_kept AFTER DELETE OR UPDATE OF id ON needs_period
    FOR EACH ROW EXECUTE FUNCTION needs_pointed_at('period', 'id');
CREATE TRIGGER needs_import_kept AFTER DELETE OR UPDATE OF number ON needs_import
    FOR EACH ROW EXECUTE FUNCTION needs_pointed_at('source', 'number');
