/** What the history's heading is found by, and takes the focus by. */
export const historyHead = { tabIndex: -1, 'data-history': true } as const;

/** To the board's menu, from what it has opened. */
export function focusMenu(): void {
  document.querySelector<HTMLElement>('[data-board-menu]')?.focus();
}

/** Where it has been fetched before; the first time it takes the focus when it comes. */
export function focusHistory(): void {
  document.querySelector<HTMLElement>('[data-history]')?.focus();
}
