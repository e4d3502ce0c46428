/** Whether a key goes into a field, or into something that is open above the page: then it is no short cut. */
export function isTyping({ target }: Event): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[role="dialog"], [role="menu"], [role="listbox"]'))
    return true;
  return target instanceof HTMLInputElement || /^(TEXTAREA|SELECT)$/.test(target.tagName);
}
