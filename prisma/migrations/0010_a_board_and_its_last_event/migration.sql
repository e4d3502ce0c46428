-- CreateIndex
CREATE INDEX "ledger_event_studio_id_board_id_seq_idx" ON "ledger_event"("studio_id", "board_id", "seq");
