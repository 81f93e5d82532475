-- When what the public reads was open or changed, why it was late, and the two notices of a private meeting.
ALTER TABLE meetings_agenda_item ADD COLUMN reworded DATE;
ALTER TABLE meetings_report ADD COLUMN opened DATE;
ALTER TABLE meetings_report ADD COLUMN changed DATE;
ALTER TABLE meetings_report ADD COLUMN late_because TEXT CHECK (length(late_because) BETWEEN 1 AND 1000);
ALTER TABLE meetings_paper ADD COLUMN replaced DATE;
ALTER TABLE meetings_paper ADD COLUMN late_because TEXT CHECK (length(late_because) BETWEEN 1 AND 1000);
ALTER TABLE meetings_meeting ADD COLUMN private_because TEXT CHECK (length(private_because) BETWEEN 1 AND 2000);
ALTER TABLE meetings_meeting ADD COLUMN private_notice DATE;
ALTER TABLE meetings_meeting ADD COLUMN private_again DATE;
ALTER TABLE meetings_meeting ADD COLUMN representations TEXT CHECK (length(representations) BETWEEN 1 AND 4000);
ALTER TABLE meetings_meeting ADD COLUMN response TEXT CHECK (length(response) BETWEEN 1 AND 4000);
ALTER TABLE meetings_meeting ADD COLUMN private_urgent TEXT CHECK (length(private_urgent) BETWEEN 1 AND 1000);

-- When it was last asked for, so that what is asked for while it is being made is made after.
ALTER TABLE meetings_pack ADD COLUMN asked_at TIMESTAMPTZ;
