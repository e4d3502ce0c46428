-- CreateTable
CREATE TABLE "artwork" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "blob_digest" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "preview_blob" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "artwork_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kit_colour" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hex" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kit_colour_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "artwork_studio_id_project_id_idx" ON "artwork"("studio_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "artwork_studio_id_id_key" ON "artwork"("studio_id", "id");

-- CreateIndex
CREATE INDEX "kit_colour_studio_id_project_id_idx" ON "kit_colour"("studio_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "kit_colour_studio_id_id_key" ON "kit_colour"("studio_id", "id");

-- AddForeignKey
ALTER TABLE "artwork" ADD CONSTRAINT "artwork_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "artwork" ADD CONSTRAINT "artwork_studio_id_project_id_fkey" FOREIGN KEY ("studio_id", "project_id") REFERENCES "project"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kit_colour" ADD CONSTRAINT "kit_colour_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kit_colour" ADD CONSTRAINT "kit_colour_studio_id_project_id_fkey" FOREIGN KEY ("studio_id", "project_id") REFERENCES "project"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
