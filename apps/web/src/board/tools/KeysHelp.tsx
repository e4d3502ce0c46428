'use client';

import { texts } from '../../text/texts.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { toolNames } from '../state/boardStore.ts';
import { toolKeys } from './useBoardKeys.ts';

const words = texts.board;
const names = words.keyNames;
const caps = words.keyCaps;

type Row = readonly [name: string, ...keys: string[]];

const groups: readonly (readonly [title: string, rows: readonly Row[]])[] = [
  [
    words.keyGroups.tools,
    [
      ...toolNames.map((name): Row => [words.toolNames[name], toolKeys[name]]),
      [names.draw, '↵'],
      [names.takeOff, 'Alt', caps.click],
      [names.escape, 'Esc'],
    ],
  ],
  [
    words.keyGroups.view,
    [
      [names.pan, caps.space, caps.drag],
      [names.zoom, 'Ctrl', caps.wheel],
      [names.inOut, '+', '−'],
      [names.all, '1'],
      [names.selection, '2'],
      [names.actual, '0'],
    ],
  ],
  [
    words.keyGroups.edit,
    [
      [names.several, caps.shift, caps.click],
      [names.nudge, caps.arrows],
      [names.mask, 'Q'],
      [names.before, 'X'],
      [names.compare, 'Y'],
      [names.pins, ',', '.'],
      [names.flip, '←', '→'],
      [names.take, '↵'],
      [names.discard, '⌫'],
      [names.undo, 'Ctrl', 'Z'],
      [names.redo, 'Ctrl', caps.shift, 'Z'],
      [names.paste, 'Ctrl', 'V'],
      [names.help, '?'],
    ],
  ],
];

export function KeysHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Modal open={open} onClose={onClose} title={words.keysTitle}>
      <div className="grid gap-3">
        {groups.map(([title, rows]) => (
          <section key={title}>
            <h3 className="mb-1 font-medium text-11 text-text-3">{title}</h3>
            <dl className="grid grid-cols-[1fr_auto] text-13">
              {rows.map(([name, ...keys]) => (
                <div key={name} className="col-span-2 grid h-6 grid-cols-subgrid items-center">
                  <dt>{name}</dt>
                  <dd className="flex gap-1 justify-self-end">
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
