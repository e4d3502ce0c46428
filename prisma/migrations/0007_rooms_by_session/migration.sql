-- Passes live for a minute; whoever holds one of before asks again.
DELETE FROM "room_pass";

-- DropForeignKey
ALTER TABLE "room_pass" DROP CONSTRAINT "room_pass_person_id_fkey";

-- DropForeignKey
ALTER TABLE "room_pass" DROP CONSTRAINT "room_pass_studio_id_token_id_fkey";

-- DropIndex
DROP INDEX "room_pass_person_id_idx";

-- DropIndex
DROP INDEX "room_pass_studio_id_token_id_idx";

-- AlterTable
ALTER TABLE "room_pass" DROP COLUMN "person_id",
DROP COLUMN "token_id",
ADD COLUMN     "by_hash" TEXT NOT NULL,
ADD COLUMN     "by_kind" TEXT NOT NULL;
