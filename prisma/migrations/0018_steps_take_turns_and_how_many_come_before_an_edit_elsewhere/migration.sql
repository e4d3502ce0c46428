-- AlterTable
ALTER TABLE "edit" ADD COLUMN     "ahead" INTEGER;

-- AlterTable
ALTER TABLE "rendition" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "beat_at" TIMESTAMPTZ(3),
ADD COLUMN     "started_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "rendition_state_beat_at_idx" ON "rendition"("state", "beat_at");

-- CreateIndex
CREATE INDEX "rendition_studio_id_created_by_started_at_idx" ON "rendition"("studio_id", "created_by", "started_at");

-- Engines of one price are ordered by kind and name now, and a choice says so.
UPDATE "edit" SET "choice" = jsonb_set("choice", '{by}', '"order"') WHERE "choice"->>'by' IN ('seconds', 'name');
-- What repeats another edit was never chosen by hand.
UPDATE "edit" SET "choice" = jsonb_set("choice", '{reason}', '"as-before"')
WHERE "choice"->>'reason' = 'by-hand' AND "retry_of_id" IS NOT NULL;
UPDATE "edit" SET "choice" = jsonb_set("choice", '{reason}', '"as-carried"')
WHERE "choice"->>'reason' = 'by-hand' AND "carried_from_id" IS NOT NULL;
