'use client';

import { guestApi } from '../../data/api.ts';
import type { ClientVersion, Frame } from '../../data/types.ts';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import { Picture } from '../../ui/Picture.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { shownVersion, sourceOf } from '../picture/shownVersion.ts';
import { useReview } from '../review/ReviewContext.tsx';
import { PictureState } from './PictureState.tsx';

const words = texts.client.overview;
const noVersions: readonly ClientVersion[] = [];

export function PictureCard({ frame }: { readonly frame: Frame }) {
  const versions = useReview((state) => state.versions[frame.id] ?? noVersions);
  const source = sourceOf(frame, shownVersion(versions));
  const thumb = 'aspect-4/3 w-full bg-well';
  if (!source || frame.state !== 'ready') {
    return (
      <div>
        {frame.state === 'failed' ? <div className={thumb} /> : <Shape className={`${thumb} rounded-none`} />}
        <p className="mt-2 truncate font-medium text-15">{frame.name}</p>
        <p className="text-13 text-text-2">{frame.state === 'failed' ? words.failed : words.preparing}</p>
      </div>
    );
  }
  return (
    <a href={`#${frame.id}`} className="block outline-offset-4">
      <Picture
        src={guestApi.url(`${source.path}/thumbnail`)}
        alt=""
        loading="lazy"
        className={`${thumb} object-contain`}
      />
      <p className="mt-2 truncate font-medium text-15">{frame.name}</p>
      <div className="flex h-5 items-center text-13">
        <PictureState frameId={frame.id} versions={versions} />
      </div>
    </a>
  );
}
