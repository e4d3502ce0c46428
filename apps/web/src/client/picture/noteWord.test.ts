import { expect, it } from 'vitest';
import type { ClientPin } from '../../data/types.ts';
import { noteWord } from './noteWord.ts';
import type { VersionStage } from './versionStage.ts';

const aStage = (kind: string) => ({ kind }) as unknown as VersionStage;
const aPin = (clientWord: string) => ({ clientWord }) as unknown as ClientPin;

it.each([
  ['haveALook', 'new', 'haveALook'],
  ['haveALook', 'said', 'withStudio'],
  ['sent', 'said', 'sent'],
  ['beingWorkedOn', 'said', 'beingWorkedOn'],
  ['done', 'final', 'done'],
])('a note of which is said %s is, of a picture that is %s, %s', (word, stage, reads) => {
  expect(noteWord(aPin(word), aStage(stage))).toBe(reads);
});
