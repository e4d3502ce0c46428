-- CreateTable
CREATE TABLE "sync_node" (
    "id" UUID NOT NULL,
    "url" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "load" DOUBLE PRECISION NOT NULL,
    "draining_at" TIMESTAMPTZ(3),

    CONSTRAINT "sync_node_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_lease" (
    "studio_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "node_id" UUID,
    "epoch" INTEGER NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "room_lease_pkey" PRIMARY KEY ("studio_id","board_id")
);

-- CreateIndex
CREATE INDEX "sync_node_expires_at_idx" ON "sync_node"("expires_at");

-- CreateIndex
CREATE INDEX "room_lease_node_id_idx" ON "room_lease"("node_id");

-- AddForeignKey
ALTER TABLE "room_lease" ADD CONSTRAINT "room_lease_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_lease" ADD CONSTRAINT "room_lease_studio_id_board_id_fkey" FOREIGN KEY ("studio_id", "board_id") REFERENCES "board"("studio_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_lease" ADD CONSTRAINT "room_lease_node_id_fkey" FOREIGN KEY ("node_id") REFERENCES "sync_node"("id") ON DELETE SET NULL ON UPDATE CASCADE;
