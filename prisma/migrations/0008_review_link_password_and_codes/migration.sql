-- AlterTable
ALTER TABLE "guest" ADD COLUMN     "email" TEXT;

-- AlterTable
ALTER TABLE "review_link" ADD COLUMN     "asks_code" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "password_hash" TEXT;

-- CreateTable
CREATE TABLE "review_code" (
    "link_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_code_pkey" PRIMARY KEY ("link_id","email")
);

-- CreateIndex
CREATE INDEX "review_code_expires_at_idx" ON "review_code"("expires_at");

-- AddForeignKey
ALTER TABLE "review_code" ADD CONSTRAINT "review_code_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "review_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;
