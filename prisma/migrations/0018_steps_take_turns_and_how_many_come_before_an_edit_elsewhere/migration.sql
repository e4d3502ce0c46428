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
