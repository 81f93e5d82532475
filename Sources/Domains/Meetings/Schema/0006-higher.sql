-- Which interests are withheld; when the service was told of a publication; until when a decision may be called in, by
-- the rule of the day it was published.
ALTER TABLE meetings_meeting ADD COLUMN agenda_noted DATE;
ALTER TABLE meetings_resolution ADD COLUMN published_noted DATE;
ALTER TABLE meetings_resolution ADD COLUMN call_in_until DATE;
ALTER TABLE meetings_declaration ADD COLUMN sensitive BOOLEAN;
