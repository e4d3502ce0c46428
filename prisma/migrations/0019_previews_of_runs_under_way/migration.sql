-- AlterTable
ALTER TABLE "edit" ADD COLUMN     "preview_at" TIMESTAMPTZ(3),
ADD COLUMN     "preview_variant" INTEGER;

-- CreateTable
-- Rewritten twice a second and worth nothing after a crash: no log, and no replica carries it.
CREATE UNLOGGED TABLE "edit_preview" (
    "edit_id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "picture" BYTEA NOT NULL,

    CONSTRAINT "edit_preview_pkey" PRIMARY KEY ("edit_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "edit_preview_studio_id_edit_id_key" ON "edit_preview"("studio_id", "edit_id");

-- AddForeignKey
ALTER TABLE "edit_preview" ADD CONSTRAINT "edit_preview_studio_id_edit_id_fkey" FOREIGN KEY ("studio_id", "edit_id") REFERENCES "edit"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
