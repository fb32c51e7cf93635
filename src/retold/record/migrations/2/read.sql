DROP INDEX IF EXISTS readings_key;
