-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('owner', 'admin', 'director', 'artist', 'client', 'viewer');

-- CreateEnum
CREATE TYPE "frame_state" AS ENUM ('ingesting', 'ready', 'failed');

-- CreateEnum
CREATE TYPE "version_state" AS ENUM ('draft', 'in_review', 'changes_requested', 'withdrawn', 'approved', 'superseded', 'discarded');

-- CreateEnum
CREATE TYPE "pin_state" AS ENUM ('open', 'editing', 'proposed', 'resolved', 'declined');

-- CreateEnum
CREATE TYPE "edit_state" AS ENUM ('queued', 'running', 'proposed', 'accepted', 'discarded', 'cancelled', 'failed');

-- CreateEnum
CREATE TYPE "candidate_state" AS ENUM ('proposed', 'accepted', 'discarded');

-- CreateEnum
CREATE TYPE "decision_kind" AS ENUM ('approve', 'request_changes', 'sign_off', 'sign_off_changes');

-- CreateEnum
CREATE TYPE "rendition_state" AS ENUM ('queued', 'ready', 'failed');

-- CreateTable
CREATE TABLE "studio" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "studio_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "project_id" UUID,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "policy" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "board" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "board_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "blob" (
    "studio_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "media_type" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blob_pkey" PRIMARY KEY ("studio_id","digest")
);

-- CreateTable
CREATE TABLE "frame" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "state" "frame_state" NOT NULL,
    "failure_code" TEXT,
    "upload_digest" TEXT NOT NULL,
    "upload_type" TEXT NOT NULL,
    "master_blob" TEXT,
    "master_digest" TEXT,
    "width" INTEGER,
    "height" INTEGER,
    "depth" INTEGER,
    "channels" INTEGER,
    "profile_blob" TEXT,
    "profile_name" TEXT,
    "thumb_blob" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "frame_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "version" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "frame_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "parent_id" UUID,
    "state" "version_state" NOT NULL,
    "bounds" JSONB NOT NULL,
    "digest" TEXT,
    "proof" JSONB,
    "result_blob" TEXT,
    "thumb_blob" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "layer" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "frame_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "patch_blob" TEXT NOT NULL,
    "alpha_blob" TEXT NOT NULL,
    "rect" JSONB NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "layer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "version_layer" (
    "studio_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "layer_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "opacity" INTEGER NOT NULL DEFAULT 255,
    "blend" TEXT NOT NULL DEFAULT 'normal',
    "visible" BOOLEAN NOT NULL DEFAULT true,
    "base_moved" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "version_layer_pkey" PRIMARY KEY ("version_id","layer_id")
);

-- CreateTable
CREATE TABLE "lock" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "frame_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "region" JSONB NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "lock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pin" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "frame_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "pin_state" NOT NULL DEFAULT 'open',
    "region" JSONB NOT NULL,
    "extend" JSONB,
    "note" TEXT NOT NULL,
    "intent" JSONB,
    "assignee_id" UUID,
    "due_at" TIMESTAMPTZ(3),
    "decline_reason" TEXT,
    "by_person_id" UUID,
    "by_guest_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pin_message" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "pin_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "by_person_id" UUID,
    "by_guest_id" UUID,
    "internal" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pin_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "pin_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "blob_digest" TEXT NOT NULL,
    "by_person_id" UUID,
    "by_guest_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edit" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "frame_id" UUID NOT NULL,
    "pin_id" UUID,
    "base_version_id" UUID NOT NULL,
    "retry_of_id" UUID,
    "state" "edit_state" NOT NULL DEFAULT 'queued',
    "engine" TEXT NOT NULL,
    "intent" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "region" JSONB NOT NULL,
    "seed" INTEGER NOT NULL,
    "strength" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "variants" INTEGER NOT NULL DEFAULT 1,
    "grow_px" INTEGER,
    "feather_px" INTEGER,
    "estimate" JSONB NOT NULL,
    "cost" JSONB,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "bounds" JSONB,
    "permitted_rect" JSONB,
    "permitted_blob" TEXT,
    "crop_rect" JSONB,
    "locks_digest" TEXT,
    "base_digest" TEXT,
    "planes" JSONB,
    "prepared_at" TIMESTAMPTZ(3),
    "lease_epoch" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "worker_id" UUID,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "answer" JSONB,
    "answered_at" TIMESTAMPTZ(3),
    "engine_ms" DOUBLE PRECISION,
    "failure_code" TEXT,
    "failure_says" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "edit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidate" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "edit_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "state" "candidate_state" NOT NULL DEFAULT 'proposed',
    "patch_blob" TEXT NOT NULL,
    "alpha_blob" TEXT NOT NULL,
    "rect" JSONB NOT NULL,
    "seed" INTEGER NOT NULL,
    "figures" JSONB NOT NULL,
    "flags" TEXT[],
    "proof" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "candidate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "kind" "decision_kind" NOT NULL,
    "comment" TEXT,
    "by_person_id" UUID,
    "by_guest_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rendition" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "state" "rendition_state" NOT NULL DEFAULT 'queued',
    "blob_digest" TEXT,
    "failure_code" TEXT,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rendition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_link" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "board_id" UUID,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "may_comment" BOOLEAN NOT NULL DEFAULT true,
    "may_sign_off" BOOLEAN NOT NULL DEFAULT true,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guest" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "guest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_head" (
    "studio_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "ledger_head_pkey" PRIMARY KEY ("studio_id")
);

-- CreateTable
CREATE TABLE "ledger_event" (
    "studio_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "topic" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "project_id" UUID,
    "board_id" UUID,
    "frame_id" UUID,
    "payload" JSONB NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "ledger_event_pkey" PRIMARY KEY ("studio_id","seq")
);

-- CreateTable
CREATE TABLE "text_salt" (
    "studio_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "field" TEXT NOT NULL,

    CONSTRAINT "text_salt_pkey" PRIMARY KEY ("studio_id","hash")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "studio_id" UUID NOT NULL,
    "actor_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "body" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("studio_id","actor_id","key")
);

-- CreateTable
CREATE TABLE "worker_token" (
    "id" UUID NOT NULL,
    "studio_id" UUID,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "worker_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker" (
    "id" UUID NOT NULL,
    "studio_id" UUID,
    "token_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "engines" JSONB NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "draining_at" TIMESTAMPTZ(3),

    CONSTRAINT "worker_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "member_person_id_idx" ON "member"("person_id");

-- CreateIndex
CREATE INDEX "member_studio_id_project_id_idx" ON "member"("studio_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_studio_id_id_key" ON "member"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "member_studio_id_person_id_project_id_key" ON "member"("studio_id", "person_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_hash_key" ON "api_token"("hash");

-- CreateIndex
CREATE INDEX "api_token_studio_id_person_id_idx" ON "api_token"("studio_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_studio_id_id_key" ON "api_token"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "project_studio_id_id_key" ON "project"("studio_id", "id");

-- CreateIndex
CREATE INDEX "board_studio_id_project_id_idx" ON "board"("studio_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "board_studio_id_id_key" ON "board"("studio_id", "id");

-- CreateIndex
CREATE INDEX "frame_studio_id_board_id_idx" ON "frame"("studio_id", "board_id");

-- CreateIndex
CREATE UNIQUE INDEX "frame_studio_id_id_key" ON "frame"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "frame_board_id_number_key" ON "frame"("board_id", "number");

-- CreateIndex
CREATE INDEX "version_studio_id_frame_id_state_idx" ON "version"("studio_id", "frame_id", "state");

-- CreateIndex
CREATE INDEX "version_studio_id_parent_id_idx" ON "version"("studio_id", "parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "version_studio_id_id_key" ON "version"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "version_frame_id_number_key" ON "version"("frame_id", "number");

-- CreateIndex
CREATE INDEX "layer_studio_id_frame_id_idx" ON "layer"("studio_id", "frame_id");

-- CreateIndex
CREATE UNIQUE INDEX "layer_studio_id_id_key" ON "layer"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "layer_studio_id_candidate_id_key" ON "layer"("studio_id", "candidate_id");

-- CreateIndex
CREATE INDEX "version_layer_studio_id_version_id_position_idx" ON "version_layer"("studio_id", "version_id", "position");

-- CreateIndex
CREATE INDEX "version_layer_studio_id_layer_id_idx" ON "version_layer"("studio_id", "layer_id");

-- CreateIndex
CREATE INDEX "lock_studio_id_frame_id_idx" ON "lock"("studio_id", "frame_id");

-- CreateIndex
CREATE UNIQUE INDEX "lock_studio_id_id_key" ON "lock"("studio_id", "id");

-- CreateIndex
CREATE INDEX "pin_studio_id_frame_id_state_idx" ON "pin"("studio_id", "frame_id", "state");

-- CreateIndex
CREATE INDEX "pin_studio_id_version_id_idx" ON "pin"("studio_id", "version_id");

-- CreateIndex
CREATE INDEX "pin_studio_id_by_guest_id_idx" ON "pin"("studio_id", "by_guest_id");

-- CreateIndex
CREATE UNIQUE INDEX "pin_studio_id_id_key" ON "pin"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "pin_frame_id_number_key" ON "pin"("frame_id", "number");

-- CreateIndex
CREATE INDEX "pin_message_studio_id_pin_id_created_at_idx" ON "pin_message"("studio_id", "pin_id", "created_at");

-- CreateIndex
CREATE INDEX "pin_message_studio_id_by_guest_id_idx" ON "pin_message"("studio_id", "by_guest_id");

-- CreateIndex
CREATE UNIQUE INDEX "pin_message_studio_id_id_key" ON "pin_message"("studio_id", "id");

-- CreateIndex
CREATE INDEX "attachment_studio_id_pin_id_idx" ON "attachment"("studio_id", "pin_id");

-- CreateIndex
CREATE INDEX "attachment_studio_id_by_guest_id_idx" ON "attachment"("studio_id", "by_guest_id");

-- CreateIndex
CREATE UNIQUE INDEX "attachment_studio_id_id_key" ON "attachment"("studio_id", "id");

-- CreateIndex
CREATE INDEX "edit_studio_id_frame_id_state_idx" ON "edit"("studio_id", "frame_id", "state");

-- CreateIndex
CREATE INDEX "edit_studio_id_pin_id_idx" ON "edit"("studio_id", "pin_id");

-- CreateIndex
CREATE INDEX "edit_studio_id_base_version_id_idx" ON "edit"("studio_id", "base_version_id");

-- CreateIndex
CREATE INDEX "edit_studio_id_retry_of_id_idx" ON "edit"("studio_id", "retry_of_id");

-- CreateIndex
CREATE INDEX "edit_worker_id_idx" ON "edit"("worker_id");

-- CreateIndex
CREATE INDEX "edit_state_prepared_at_idx" ON "edit"("state", "prepared_at");

-- CreateIndex
CREATE UNIQUE INDEX "edit_studio_id_id_key" ON "edit"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "candidate_studio_id_id_key" ON "candidate"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "candidate_edit_id_rank_key" ON "candidate"("edit_id", "rank");

-- CreateIndex
CREATE INDEX "decision_studio_id_version_id_idx" ON "decision"("studio_id", "version_id");

-- CreateIndex
CREATE INDEX "decision_studio_id_by_guest_id_idx" ON "decision"("studio_id", "by_guest_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_studio_id_id_key" ON "decision"("studio_id", "id");

-- CreateIndex
CREATE INDEX "rendition_studio_id_version_id_idx" ON "rendition"("studio_id", "version_id");

-- CreateIndex
CREATE UNIQUE INDEX "rendition_studio_id_id_key" ON "rendition"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "rendition_version_id_format_key" ON "rendition"("version_id", "format");

-- CreateIndex
CREATE UNIQUE INDEX "review_link_hash_key" ON "review_link"("hash");

-- CreateIndex
CREATE INDEX "review_link_studio_id_project_id_idx" ON "review_link"("studio_id", "project_id");

-- CreateIndex
CREATE INDEX "review_link_studio_id_board_id_idx" ON "review_link"("studio_id", "board_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_link_studio_id_id_key" ON "review_link"("studio_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "guest_hash_key" ON "guest"("hash");

-- CreateIndex
CREATE INDEX "guest_studio_id_link_id_idx" ON "guest"("studio_id", "link_id");

-- CreateIndex
CREATE UNIQUE INDEX "guest_studio_id_id_key" ON "guest"("studio_id", "id");

-- CreateIndex
CREATE INDEX "ledger_event_studio_id_subject_id_idx" ON "ledger_event"("studio_id", "subject_id");

-- CreateIndex
CREATE INDEX "ledger_event_studio_id_project_id_seq_idx" ON "ledger_event"("studio_id", "project_id", "seq");

-- CreateIndex
CREATE INDEX "text_salt_studio_id_subject_id_idx" ON "text_salt"("studio_id", "subject_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "worker_token_hash_key" ON "worker_token"("hash");

-- CreateIndex
CREATE INDEX "worker_token_studio_id_idx" ON "worker_token"("studio_id");

-- CreateIndex
CREATE INDEX "worker_studio_id_idx" ON "worker"("studio_id");

-- CreateIndex
CREATE INDEX "worker_token_id_idx" ON "worker"("token_id");

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_studio_id_project_id_fkey" FOREIGN KEY ("studio_id", "project_id") REFERENCES "project"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board" ADD CONSTRAINT "board_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board" ADD CONSTRAINT "board_studio_id_project_id_fkey" FOREIGN KEY ("studio_id", "project_id") REFERENCES "project"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blob" ADD CONSTRAINT "blob_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "frame" ADD CONSTRAINT "frame_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "frame" ADD CONSTRAINT "frame_studio_id_board_id_fkey" FOREIGN KEY ("studio_id", "board_id") REFERENCES "board"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version" ADD CONSTRAINT "version_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version" ADD CONSTRAINT "version_studio_id_frame_id_fkey" FOREIGN KEY ("studio_id", "frame_id") REFERENCES "frame"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version" ADD CONSTRAINT "version_studio_id_parent_id_fkey" FOREIGN KEY ("studio_id", "parent_id") REFERENCES "version"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "layer" ADD CONSTRAINT "layer_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "layer" ADD CONSTRAINT "layer_studio_id_frame_id_fkey" FOREIGN KEY ("studio_id", "frame_id") REFERENCES "frame"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "layer" ADD CONSTRAINT "layer_studio_id_candidate_id_fkey" FOREIGN KEY ("studio_id", "candidate_id") REFERENCES "candidate"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_layer" ADD CONSTRAINT "version_layer_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_layer" ADD CONSTRAINT "version_layer_studio_id_version_id_fkey" FOREIGN KEY ("studio_id", "version_id") REFERENCES "version"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_layer" ADD CONSTRAINT "version_layer_studio_id_layer_id_fkey" FOREIGN KEY ("studio_id", "layer_id") REFERENCES "layer"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lock" ADD CONSTRAINT "lock_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lock" ADD CONSTRAINT "lock_studio_id_frame_id_fkey" FOREIGN KEY ("studio_id", "frame_id") REFERENCES "frame"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pin" ADD CONSTRAINT "pin_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pin" ADD CONSTRAINT "pin_studio_id_frame_id_fkey" FOREIGN KEY ("studio_id", "frame_id") REFERENCES "frame"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pin" ADD CONSTRAINT "pin_studio_id_version_id_fkey" FOREIGN KEY ("studio_id", "version_id") REFERENCES "version"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pin" ADD CONSTRAINT "pin_studio_id_by_guest_id_fkey" FOREIGN KEY ("studio_id", "by_guest_id") REFERENCES "guest"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pin_message" ADD CONSTRAINT "pin_message_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pin_message" ADD CONSTRAINT "pin_message_studio_id_pin_id_fkey" FOREIGN KEY ("studio_id", "pin_id") REFERENCES "pin"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pin_message" ADD CONSTRAINT "pin_message_studio_id_by_guest_id_fkey" FOREIGN KEY ("studio_id", "by_guest_id") REFERENCES "guest"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_studio_id_pin_id_fkey" FOREIGN KEY ("studio_id", "pin_id") REFERENCES "pin"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_studio_id_by_guest_id_fkey" FOREIGN KEY ("studio_id", "by_guest_id") REFERENCES "guest"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edit" ADD CONSTRAINT "edit_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edit" ADD CONSTRAINT "edit_studio_id_frame_id_fkey" FOREIGN KEY ("studio_id", "frame_id") REFERENCES "frame"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edit" ADD CONSTRAINT "edit_studio_id_pin_id_fkey" FOREIGN KEY ("studio_id", "pin_id") REFERENCES "pin"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edit" ADD CONSTRAINT "edit_studio_id_base_version_id_fkey" FOREIGN KEY ("studio_id", "base_version_id") REFERENCES "version"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edit" ADD CONSTRAINT "edit_studio_id_retry_of_id_fkey" FOREIGN KEY ("studio_id", "retry_of_id") REFERENCES "edit"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edit" ADD CONSTRAINT "edit_worker_id_fkey" FOREIGN KEY ("worker_id") REFERENCES "worker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_studio_id_edit_id_fkey" FOREIGN KEY ("studio_id", "edit_id") REFERENCES "edit"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_studio_id_version_id_fkey" FOREIGN KEY ("studio_id", "version_id") REFERENCES "version"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_studio_id_by_guest_id_fkey" FOREIGN KEY ("studio_id", "by_guest_id") REFERENCES "guest"("studio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rendition" ADD CONSTRAINT "rendition_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rendition" ADD CONSTRAINT "rendition_studio_id_version_id_fkey" FOREIGN KEY ("studio_id", "version_id") REFERENCES "version"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_link" ADD CONSTRAINT "review_link_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_link" ADD CONSTRAINT "review_link_studio_id_project_id_fkey" FOREIGN KEY ("studio_id", "project_id") REFERENCES "project"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_link" ADD CONSTRAINT "review_link_studio_id_board_id_fkey" FOREIGN KEY ("studio_id", "board_id") REFERENCES "board"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest" ADD CONSTRAINT "guest_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest" ADD CONSTRAINT "guest_studio_id_link_id_fkey" FOREIGN KEY ("studio_id", "link_id") REFERENCES "review_link"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_head" ADD CONSTRAINT "ledger_head_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_event" ADD CONSTRAINT "ledger_event_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_salt" ADD CONSTRAINT "text_salt_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worker_token" ADD CONSTRAINT "worker_token_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worker" ADD CONSTRAINT "worker_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worker" ADD CONSTRAINT "worker_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "worker_token"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma's schema can't say.

-- One open draft, one version in review and one approved version a frame.
CREATE UNIQUE INDEX "version_one_draft" ON "version"("frame_id") WHERE "state" = 'draft';
CREATE UNIQUE INDEX "version_one_in_review" ON "version"("frame_id") WHERE "state" = 'in_review';
CREATE UNIQUE INDEX "version_one_approved" ON "version"("frame_id") WHERE "state" = 'approved';

-- A version is decided once. Sign-offs stand beside the decision.
CREATE UNIQUE INDEX "decision_one_a_version" ON "decision"("version_id") WHERE "kind" IN ('approve', 'request_changes');

-- Of an edit's candidates one is taken.
CREATE UNIQUE INDEX "candidate_one_accepted" ON "candidate"("edit_id") WHERE "state" = 'accepted';

-- One role a person in the whole studio; null never equals null in a plain unique index.
CREATE UNIQUE INDEX "member_one_in_studio" ON "member"("studio_id", "person_id") WHERE "project_id" IS NULL;

-- The ledger only grows.
CREATE FUNCTION "ledger_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "ledger_event_append_only" BEFORE UPDATE OR DELETE ON "ledger_event"
  FOR EACH ROW EXECUTE FUNCTION "ledger_is_append_only"();
CREATE TRIGGER "ledger_event_no_truncate" BEFORE TRUNCATE ON "ledger_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "ledger_is_append_only"();
