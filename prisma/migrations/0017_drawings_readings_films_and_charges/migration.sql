-- AlterEnum
ALTER TYPE "frame_state" ADD VALUE 'drawing';

-- AlterTable
ALTER TABLE "edit" ADD COLUMN     "draws" JSONB,
ALTER COLUMN "base_version_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "frame" ADD COLUMN     "drawing" JSONB,
ADD COLUMN     "failure_says" TEXT,
ALTER COLUMN "upload_digest" DROP NOT NULL,
ALTER COLUMN "upload_type" DROP NOT NULL;

-- AlterTable
ALTER TABLE "pin" ADD COLUMN     "reading" JSONB;

-- AlterTable
ALTER TABLE "rendition" ADD COLUMN     "failure_says" TEXT,
ADD COLUMN     "operation" JSONB;

-- CreateTable
CREATE TABLE "charge" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "usd" DOUBLE PRECISION NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "begun_at" TIMESTAMPTZ(3),

    CONSTRAINT "charge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "charge_studio_id_created_at_idx" ON "charge"("studio_id", "created_at");

-- CreateIndex
CREATE INDEX "charge_studio_id_project_id_idx" ON "charge"("studio_id", "project_id");

-- CreateIndex
CREATE INDEX "charge_kind_begun_at_idx" ON "charge"("kind", "begun_at");

-- AddForeignKey
ALTER TABLE "charge" ADD CONSTRAINT "charge_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "charge" ADD CONSTRAINT "charge_studio_id_project_id_fkey" FOREIGN KEY ("studio_id", "project_id") REFERENCES "project"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
