DROP INDEX IF EXISTS actors_actor;
CREATE INDEX actors_actor ON actors (actor) WHERE retracted_at IS NULL;
DROP INDEX IF EXISTS claims_claim;
CREATE INDEX claims_claim ON claims (claim) WHERE retracted_at IS NULL;
DROP INDEX IF EXISTS claim_mentions_claim;
CREATE INDEX claim_mentions_claim ON claim_mentions (claim) WHERE retracted_at IS NULL;
