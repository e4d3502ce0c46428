import { sessionApi } from '../../../data/api.ts';
import type { Frame } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { Picture } from '../../../ui/Picture.tsx';

/** The picture everything lies on. */
export function OriginalRow({ frame: { id, master, drawing } }: { readonly frame: Frame }) {
  const facts = master
    ? texts.layers.picture(
        `${master.size.width} × ${master.size.height}`,
        master.depth,
        master.profile ?? texts.layers.plainProfile,
      )
    : texts.layers.originalLead;
  return (
    <li className="grid grid-cols-[56px_minmax(0,1fr)] items-start gap-x-3 border-line border-b px-3.5 py-2.5">
      <span aria-hidden="true" className="relative block h-10 w-14 overflow-hidden bg-well">
        <Picture
          src={sessionApi.url(`/frames/${id}/thumbnail`)}
          alt=""
          className="absolute inset-0 size-full object-contain"
        />
      </span>
      <div className="min-w-0">
        <h3 className="font-medium text-13">{texts.layers[drawing ? 'drawn' : 'original']}</h3>
        <p title={facts} className="num truncate text-12 text-text-3">
          {facts}
        </p>
      </div>
    </li>
  );
}
