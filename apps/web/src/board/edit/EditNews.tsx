import type { Edit } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';

/** Tells a screen reader when an edit has moved on; a failed one is told by its own alert. */
export function EditNews({ edit }: { readonly edit: Edit | null }) {
  return (
    <p role="status" className="sr-only">
      {edit && texts.edit.announce[edit.state]}
    </p>
  );
}
