'use client';

import { useBoard } from '../../state/BoardContext.tsx';
import { toScreen } from '../camera.ts';
import { usePlaced } from '../usePlaced.ts';

/** Where others point. People are names, not colours. */
export function Cursors() {
  const peers = useBoard((state) => state.peers);
  return peers.map(({ clientId, name }) => <Cursor key={clientId} clientId={clientId} name={name} />);
}

function Cursor({ clientId, name }: { readonly clientId: number; readonly name: string }) {
  const cursor = usePlaced<HTMLDivElement>((element, { peers, camera }) => {
    const at = peers.find((peer) => peer.clientId === clientId)?.cursor;
    element.style.display = at ? '' : 'none';
    if (!at) return;
    const { x, y } = toScreen(camera, at);
    element.style.transform = `translate(${x}px, ${y}px)`;
  });
  return (
    <div ref={cursor} aria-hidden="true" className="pointer-events-none absolute top-0 left-0 z-20">
      <svg width="18" height="20" viewBox="0 0 18 20" aria-hidden="true">
        <path
          d="M2 1.5 15.5 11l-6.4 1.1L5.6 18z"
          fill="#fff"
          stroke="#111"
          strokeWidth="1.4"
          strokeLinejoin="round"
        />
      </svg>
      <span className="-mt-1 ml-3.5 block w-max rounded-1 bg-[#f2f2f2] px-2 py-0.5 font-semibold text-11 text-[#161616] shadow-1">
        {name}
      </span>
    </div>
  );
}
