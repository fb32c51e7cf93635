-- Of an unnamed speaker is told what it is to the matter, on whose side, and why it is not named.

ALTER TABLE attributions ADD COLUMN speaker_standing TEXT;
ALTER TABLE attributions ADD COLUMN speaker_side TEXT;
ALTER TABLE attributions ADD COLUMN speaker_reason TEXT;
