/** One piece to fetch: each more costs the board, whose own pieces are cut along what they share. */
export { HistoryPanel } from './HistoryPanel.tsx';
export { PastBar } from './PastBar.tsx';
