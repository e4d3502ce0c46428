-- DropIndex
DROP INDEX "edit_worker_id_idx";

-- AlterTable
ALTER TABLE "edit" ADD COLUMN     "choice" JSONB;

-- AlterTable
ALTER TABLE "studio" ADD COLUMN     "usd_per_day" DOUBLE PRECISION,
ADD COLUMN     "usd_per_month" DOUBLE PRECISION;

-- CreateIndex
CREATE INDEX "edit_worker_id_engine_answered_at_idx" ON "edit"("worker_id", "engine", "answered_at");

-- CreateIndex
CREATE INDEX "edit_studio_id_created_at_idx" ON "edit"("studio_id", "created_at");
