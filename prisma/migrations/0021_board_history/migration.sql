-- AlterTable
ALTER TABLE "board_update" ADD COLUMN     "began_at" TIMESTAMPTZ(3),
ADD COLUMN     "person_ids" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "writes" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "board_checkpoint" (
    "studio_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "upto" INTEGER NOT NULL,
    "state" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "board_checkpoint_pkey" PRIMARY KEY ("studio_id","board_id","upto")
);

-- CreateTable
CREATE TABLE "board_history" (
    "studio_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3),

    CONSTRAINT "board_history_pkey" PRIMARY KEY ("studio_id","board_id")
);

-- CreateIndex
CREATE INDEX "board_history_due_at_idx" ON "board_history"("due_at");

-- AddForeignKey
ALTER TABLE "board_checkpoint" ADD CONSTRAINT "board_checkpoint_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_checkpoint" ADD CONSTRAINT "board_checkpoint_studio_id_board_id_fkey" FOREIGN KEY ("studio_id", "board_id") REFERENCES "board"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_history" ADD CONSTRAINT "board_history_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_history" ADD CONSTRAINT "board_history_studio_id_board_id_fkey" FOREIGN KEY ("studio_id", "board_id") REFERENCES "board"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema can't say.

-- What a board is now is where its history begins: the updates before it are gone.
INSERT INTO "board_checkpoint" ("studio_id", "board_id", "upto", "state", "created_at")
  SELECT "studio_id", "board_id", "upto", "state", "created_at" FROM "board_snapshot";
