'use client';

import type { FrameId, PixelRect } from '@pinpaint/domain';
import { sessionApi } from '../../../data/api.ts';
import type { Edit } from '../../../data/types.ts';
import { runTexts as words } from '../../../text/runTexts.ts';
import { screenRectOf } from '../../canvas/camera.ts';
import { usePlaced } from '../../canvas/usePlaced.ts';
import { useBoard } from '../../state/BoardContext.tsx';
import { useEdits } from '../../state/useBoardData.ts';
import { editsOfPin } from '../editsOfPin.ts';
import { useLiveEdit } from '../useLiveEdit.ts';
import { previewUrl } from './previewUrl.ts';

/** In the selected pin's region, while its edit runs: what the run looks like so far, as far as it may change anything. */
export function PreviewLayer() {
  const pinId = useBoard((state) => state.pinId);
  const { data: edits = [] } = useEdits();
  const live = useLiveEdit(editsOfPin(edits, pinId).underWay);
  const url = live && previewUrl(live);
  if (!url || !live.preview || !live.permittedRect || !live.cropRect) return null;
  return <Preview key={live.id} edit={live} url={url} rect={live.permittedRect} crop={live.cropRect} />;
}

type PreviewProps = {
  readonly edit: Edit;
  readonly url: string;
  readonly rect: PixelRect;
  readonly crop: PixelRect;
};

function Preview({ edit, url, rect, crop }: PreviewProps) {
  const layer = usePlaced<HTMLDivElement>((element, { places, camera }) => {
    const place = places.get(edit.frameId as FrameId);
    if (!place) return;
    const { x, y, width, height } = screenRectOf(camera, place, rect);
    element.style.transform = `translate(${x}px, ${y}px)`;
    element.style.width = `${width}px`;
    element.style.height = `${height}px`;
  });
  const mask = `url(${sessionApi.url(`/edits/${edit.id}/permitted.png`)})`;
  return (
    <div ref={layer} data-preview="" aria-hidden="true" className="pointer-events-none absolute top-0 left-0">
      <div
        className="absolute inset-0 overflow-hidden"
        style={{ maskImage: mask, maskMode: 'luminance', maskSize: '100% 100%' }}
      >
        <img
          src={url}
          alt=""
          draggable={false}
          className="absolute max-w-none"
          style={{
            left: `${(100 * (crop.x - rect.x)) / rect.width}%`,
            top: `${(100 * (crop.y - rect.y)) / rect.height}%`,
            width: `${(100 * crop.width) / rect.width}%`,
            height: `${(100 * crop.height) / rect.height}%`,
          }}
        />
      </div>
      <div className="absolute inset-0 rounded-1 border border-editing border-dashed" />
      <p className="absolute bottom-full left-0 mb-1 whitespace-nowrap rounded-1 bg-scrim px-1.5 py-0.5 font-medium text-11 text-on-scrim">
        {words.preview((edit.preview?.variant ?? 0) + 1, edit.variants)}
      </p>
    </div>
  );
}
