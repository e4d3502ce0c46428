/** A pin with the spot it marks. */
export function Mark({ sizePx = 24 }: { readonly sizePx?: number }) {
  return (
    <svg width={sizePx} height={sizePx} viewBox="0 0 24 24" aria-hidden="true" className="shrink-0">
      <path d="M12 2a10 10 0 1 1 0 20H3.5A1.5 1.5 0 0 1 2 20.5V12A10 10 0 0 1 12 2z" fill="var(--text)" />
      <circle cx="12" cy="12" r="4.6" fill="var(--accent)" />
    </svg>
  );
}
