import { create } from 'zustand';

/** Whether the finder is open: the field, the key and the phone's button open the same one. */
export const useFinder = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export function openFinder(): void {
  useFinder.setState({ isOpen: true });
}

export function closeFinder(): void {
  useFinder.setState({ isOpen: false });
}
