-- AlterTable
ALTER TABLE "edit" ADD COLUMN     "by_policy" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "version" ADD COLUMN     "submitted_by" UUID;
