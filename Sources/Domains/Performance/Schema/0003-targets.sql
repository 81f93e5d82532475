-- Whether a target was agreed, was proposed, or was made for an example: one is never to be taken for another.
ALTER TABLE performance_indicator ADD COLUMN target_is TEXT CHECK (target_is IN ('agreed', 'proposed', 'example'));
