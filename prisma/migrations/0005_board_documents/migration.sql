-- CreateTable
CREATE TABLE "board_update" (
    "studio_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "update" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "board_update_pkey" PRIMARY KEY ("studio_id","board_id","seq")
);

-- CreateTable
CREATE TABLE "board_snapshot" (
    "studio_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "upto" INTEGER NOT NULL,
    "state" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "board_snapshot_pkey" PRIMARY KEY ("studio_id","board_id")
);

-- CreateTable
CREATE TABLE "room_pass" (
    "hash" TEXT NOT NULL,
    "studio_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "room_pass_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "room_pass_studio_id_board_id_idx" ON "room_pass"("studio_id", "board_id");

-- CreateIndex
CREATE INDEX "room_pass_studio_id_token_id_idx" ON "room_pass"("studio_id", "token_id");

-- CreateIndex
CREATE INDEX "room_pass_person_id_idx" ON "room_pass"("person_id");

-- CreateIndex
CREATE INDEX "room_pass_expires_at_idx" ON "room_pass"("expires_at");

-- AddForeignKey
ALTER TABLE "board_update" ADD CONSTRAINT "board_update_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_update" ADD CONSTRAINT "board_update_studio_id_board_id_fkey" FOREIGN KEY ("studio_id", "board_id") REFERENCES "board"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_snapshot" ADD CONSTRAINT "board_snapshot_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_snapshot" ADD CONSTRAINT "board_snapshot_studio_id_board_id_fkey" FOREIGN KEY ("studio_id", "board_id") REFERENCES "board"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_pass" ADD CONSTRAINT "room_pass_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_pass" ADD CONSTRAINT "room_pass_studio_id_board_id_fkey" FOREIGN KEY ("studio_id", "board_id") REFERENCES "board"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_pass" ADD CONSTRAINT "room_pass_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_pass" ADD CONSTRAINT "room_pass_studio_id_token_id_fkey" FOREIGN KEY ("studio_id", "token_id") REFERENCES "api_token"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema can't say.

-- An update that was acknowledged stays what it was until a snapshot holds it.
CREATE FUNCTION "board_update_never_changes"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a board''s updates never change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "board_update_append_only" BEFORE UPDATE ON "board_update"
  FOR EACH ROW EXECUTE FUNCTION "board_update_never_changes"();
