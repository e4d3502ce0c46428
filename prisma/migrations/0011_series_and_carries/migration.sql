-- CreateEnum
CREATE TYPE "carry_state" AS ENUM ('finding', 'found', 'failed');

-- CreateEnum
CREATE TYPE "finding_state" AS ENUM ('searching', 'found', 'left_out');

-- AlterTable
ALTER TABLE "edit" ADD COLUMN     "carried_from_id" UUID;

-- AlterTable
ALTER TABLE "frame" ADD COLUMN     "base_version_id" UUID;

-- CreateTable
CREATE TABLE "series" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "series_frame" (
    "frame_id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "series_frame_pkey" PRIMARY KEY ("studio_id","frame_id")
);

-- CreateTable
CREATE TABLE "carry" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "edit_id" UUID NOT NULL,
    "state" "carry_state" NOT NULL DEFAULT 'finding',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "carry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "carry_id" UUID NOT NULL,
    "frame_id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "version_id" UUID,
    "state" "finding_state" NOT NULL DEFAULT 'searching',
    "reason" TEXT,
    "place" JSONB,
    "region" JSONB,
    "intent" JSONB,
    "grow_px" INTEGER,
    "feather_px" INTEGER,
    "locks" JSONB,
    "report" JSONB,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("carry_id","frame_id")
);

-- CreateIndex
CREATE INDEX "series_studio_id_project_id_idx" ON "series"("studio_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "series_studio_id_id_key" ON "series"("studio_id", "id");

-- CreateIndex
CREATE INDEX "series_frame_studio_id_series_id_position_idx" ON "series_frame"("studio_id", "series_id", "position");

-- CreateIndex
CREATE INDEX "carry_studio_id_series_id_idx" ON "carry"("studio_id", "series_id");

-- CreateIndex
CREATE INDEX "carry_studio_id_edit_id_idx" ON "carry"("studio_id", "edit_id");

-- CreateIndex
CREATE INDEX "carry_state_created_at_idx" ON "carry"("state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "carry_studio_id_id_key" ON "carry"("studio_id", "id");

-- CreateIndex
CREATE INDEX "finding_studio_id_carry_id_idx" ON "finding"("studio_id", "carry_id");

-- CreateIndex
CREATE INDEX "finding_studio_id_frame_id_idx" ON "finding"("studio_id", "frame_id");

-- CreateIndex
CREATE INDEX "finding_studio_id_version_id_idx" ON "finding"("studio_id", "version_id");

-- CreateIndex
CREATE INDEX "edit_studio_id_carried_from_id_frame_id_idx" ON "edit"("studio_id", "carried_from_id", "frame_id");

-- CreateIndex
CREATE INDEX "frame_studio_id_base_version_id_idx" ON "frame"("studio_id", "base_version_id");

-- AddForeignKey
ALTER TABLE "frame" ADD CONSTRAINT "frame_studio_id_base_version_id_fkey" FOREIGN KEY ("studio_id", "base_version_id") REFERENCES "version"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series" ADD CONSTRAINT "series_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series" ADD CONSTRAINT "series_studio_id_project_id_fkey" FOREIGN KEY ("studio_id", "project_id") REFERENCES "project"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_frame" ADD CONSTRAINT "series_frame_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_frame" ADD CONSTRAINT "series_frame_studio_id_series_id_fkey" FOREIGN KEY ("studio_id", "series_id") REFERENCES "series"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_frame" ADD CONSTRAINT "series_frame_studio_id_frame_id_fkey" FOREIGN KEY ("studio_id", "frame_id") REFERENCES "frame"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carry" ADD CONSTRAINT "carry_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carry" ADD CONSTRAINT "carry_studio_id_series_id_fkey" FOREIGN KEY ("studio_id", "series_id") REFERENCES "series"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carry" ADD CONSTRAINT "carry_studio_id_edit_id_fkey" FOREIGN KEY ("studio_id", "edit_id") REFERENCES "edit"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_studio_id_carry_id_fkey" FOREIGN KEY ("studio_id", "carry_id") REFERENCES "carry"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_studio_id_frame_id_fkey" FOREIGN KEY ("studio_id", "frame_id") REFERENCES "frame"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_studio_id_version_id_fkey" FOREIGN KEY ("studio_id", "version_id") REFERENCES "version"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edit" ADD CONSTRAINT "edit_studio_id_carried_from_id_fkey" FOREIGN KEY ("studio_id", "carried_from_id") REFERENCES "edit"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
