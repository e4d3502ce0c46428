/** A pin with the spot it marks. */
export function Mark() {
  return (
    <svg className="mark" width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
      <path d="M14 4a10 10 0 1 1 0 20H6a2 2 0 0 1-2-2v-8A10 10 0 0 1 14 4Z" fill="#fff" />
      <circle cx="14" cy="14" r="5.5" fill="var(--accent)" />
    </svg>
  );
}
