-- AlterEnum
ALTER TYPE "rendition_state" ADD VALUE 'cancelled';

-- DropIndex
DROP INDEX "rendition_version_id_format_key";

-- AlterTable
ALTER TABLE "rendition" ADD COLUMN     "parent_id" UUID,
ADD COLUMN     "progress" REAL NOT NULL DEFAULT 0,
ADD COLUMN     "provenance" JSONB,
ADD COLUMN     "recipe" TEXT,
ADD COLUMN     "step" JSONB;

-- What there is are files of a version's own samples.
UPDATE "rendition" SET "recipe" = "format";
ALTER TABLE "rendition" ALTER COLUMN "recipe" SET NOT NULL;

-- CreateIndex
CREATE INDEX "rendition_studio_id_parent_id_idx" ON "rendition"("studio_id", "parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "rendition_version_id_recipe_key" ON "rendition"("version_id", "recipe");

-- AddForeignKey
ALTER TABLE "rendition" ADD CONSTRAINT "rendition_studio_id_parent_id_fkey" FOREIGN KEY ("studio_id", "parent_id") REFERENCES "rendition"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
