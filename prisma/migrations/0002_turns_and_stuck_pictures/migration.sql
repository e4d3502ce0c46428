-- CreateIndex
CREATE INDEX "edit_studio_id_created_by_started_at_idx" ON "edit"("studio_id", "created_by", "started_at");

-- CreateIndex
CREATE INDEX "edit_studio_id_started_at_idx" ON "edit"("studio_id", "started_at");

-- What Prisma's schema can't say.

-- Asked for each minute, and nearly always nothing.
CREATE INDEX "frame_ingesting" ON "frame"("created_at") WHERE "state" = 'ingesting';
CREATE INDEX "version_unproven" ON "version"("submitted_at") WHERE "proof" IS NULL AND "digest" IS NOT NULL;
