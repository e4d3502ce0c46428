-- AlterTable
ALTER TABLE "candidate" ADD COLUMN     "provenance" JSONB;
