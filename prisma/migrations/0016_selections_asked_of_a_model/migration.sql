-- AlterTable
ALTER TABLE "worker" ADD COLUMN     "segmenter" TEXT;

-- CreateTable
CREATE TABLE "selection" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "frame_id" UUID NOT NULL,
    "asked_by" UUID NOT NULL,
    "view" JSONB NOT NULL,
    "hints" JSONB NOT NULL,
    "worker_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "answer" JSONB,

    CONSTRAINT "selection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "selection_studio_id_frame_id_idx" ON "selection"("studio_id", "frame_id");

-- CreateIndex
CREATE INDEX "selection_studio_id_asked_by_started_at_idx" ON "selection"("studio_id", "asked_by", "started_at");

-- CreateIndex
CREATE INDEX "selection_studio_id_started_at_idx" ON "selection"("studio_id", "started_at");

-- CreateIndex
CREATE INDEX "selection_worker_id_idx" ON "selection"("worker_id");

-- CreateIndex
CREATE INDEX "selection_created_at_idx" ON "selection"("created_at");

-- AddForeignKey
ALTER TABLE "selection" ADD CONSTRAINT "selection_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "selection" ADD CONSTRAINT "selection_studio_id_frame_id_fkey" FOREIGN KEY ("studio_id", "frame_id") REFERENCES "frame"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "selection" ADD CONSTRAINT "selection_worker_id_fkey" FOREIGN KEY ("worker_id") REFERENCES "worker"("id") ON DELETE CASCADE ON UPDATE CASCADE;
