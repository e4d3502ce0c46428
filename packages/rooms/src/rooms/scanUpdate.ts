import { createDecoder, type Decoder, readUint8, readVarInt, readVarUint } from 'lib0/decoding';
import { roomLimits } from './limits.ts';

/** What an update would bring, as far as it can be seen without making any of it. */
export type UpdateScan = {
  readonly structs: number;
  readonly clients: number;
  /** Shared types inside of others. */
  readonly types: number;
};

/** What the low five bits of a struct's first byte say it is, in Yjs's first update format. */
const kinds = {
  gc: 0,
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  skip: 10,
};
/** Of a type: those that have a name of their own. */
const namedTypes = new Set([3, 5]);
const endsTooEarly = 'The update ends too early';
const hasOrigin = 0x80;
const hasRightOrigin = 0x40;
const hasParentSub = 0x20;

/**
 * Reads past an update's parts, and makes none of them: a few bytes may ask for millions. What a whole document of ours
 * never comes near is refused here, before anything is built or put into a document. That each part is right is left
 * to Yjs's own decoder.
 *
 * @returns null: no honest program sends this
 * @throws on what is no update
 */
export function scanUpdate(update: Uint8Array): UpdateScan | null {
  const decoder = createDecoder(update);
  const scan = { structs: 0, clients: readVarUint(decoder), types: 0 };
  if (scan.clients > roomLimits.messageClients) return null;
  for (let client = 0; client < scan.clients; client += 1) {
    const structs = readVarUint(decoder);
    scan.structs += structs;
    if (scan.structs > roomLimits.messageStructs) return null;
    readVarUint(decoder);
    let clock = readVarUint(decoder);
    for (let n = 0; n < structs; n += 1) {
      const length = passStruct(decoder, scan);
      if (!length) return null;
      clock += length;
    }
    if (clock > roomLimits.clock) return null;
  }
  return passDeletions(decoder) ? scan : null;
}

/** @returns how far the client's clock moves on, which is never nought; null: nothing we would take */
function passStruct(decoder: Decoder, scan: { types: number }): number | null {
  const info = readByte(decoder);
  const kind = info & 0x1f;
  if (info === kinds.skip || kind === kinds.gc) return readVarUint(decoder);
  if (info & hasOrigin) passId(decoder);
  if (info & hasRightOrigin) passId(decoder);
  if (!(info & (hasOrigin | hasRightOrigin))) {
    if (readVarUint(decoder) === 1) passBytes(decoder);
    else passId(decoder);
    if (info & hasParentSub) passBytes(decoder);
  }
  if (kind === kinds.type) {
    scan.types += 1;
    if (namedTypes.has(readVarUint(decoder))) passBytes(decoder);
    return 1;
  }
  return passContent(decoder, kind);
}

function passContent(decoder: Decoder, kind: number): number | null {
  switch (kind) {
    case kinds.deleted:
      return readVarUint(decoder);
    case kinds.json:
      return passEach(decoder, isShallowJson);
    case kinds.any:
      return passEach(decoder, (one) => passAny(one, 0));
    case kinds.binary:
      passBytes(decoder);
      return 1;
    case kinds.string:
      // In UTF-16 there are no more units than bytes here.
      return passBytes(decoder);
    case kinds.format:
      passBytes(decoder);
      return isShallowJson(decoder) ? 1 : null;
    case kinds.embed:
      return isShallowJson(decoder) ? 1 : null;
    // Documents inside of documents among them.
    default:
      return null;
  }
}

function passEach(decoder: Decoder, isFine: (decoder: Decoder) => boolean): number | null {
  const count = readVarUint(decoder);
  for (let n = 0; n < count; n += 1) if (!isFine(decoder)) return null;
  return count;
}

function passDeletions(decoder: Decoder): boolean {
  let ranges = 0;
  for (let clients = readVarUint(decoder); clients > 0; clients -= 1) {
    readVarUint(decoder);
    const count = readVarUint(decoder);
    ranges += count;
    if (ranges > roomLimits.messageDeletions) return false;
    for (let n = 0; n < count; n += 1) {
      const clock = readVarUint(decoder);
      const length = readVarUint(decoder);
      // Of nothing, and not there yet: Yjs can't write down what it has left over of it, and the document is torn.
      if (length === 0 || clock + length > roomLimits.clock) return false;
    }
  }
  return true;
}

/** As lib0 writes any value: what it is counts down from 127. */
function passAny(decoder: Decoder, depth: number): boolean {
  if (depth > roomLimits.valueDepth) return false;
  switch (readByte(decoder)) {
    case 125:
      readVarInt(decoder);
      return true;
    case 124:
      return pass(decoder, 4);
    case 123:
    case 122:
      return pass(decoder, 8);
    case 119:
    case 116:
      passBytes(decoder);
      return true;
    case 118:
      return (
        passEach(decoder, (one) => {
          passBytes(one);
          return passAny(one, depth + 1);
        }) !== null
      );
    case 117:
      return passEach(decoder, (one) => passAny(one, depth + 1)) !== null;
    // Those without anything behind them, and what Yjs's decoder will not know.
    default:
      return true;
  }
}

/** Brackets in texts count as well, which no text of ours comes near by. */
function isShallowJson(decoder: Decoder): boolean {
  const length = passBytes(decoder);
  let depth = 0;
  for (const byte of decoder.arr.subarray(decoder.pos - length, decoder.pos)) {
    if (byte === 0x5b || byte === 0x7b) depth += 1;
    else if (byte === 0x5d || byte === 0x7d) depth -= 1;
    if (depth > roomLimits.valueDepth) return false;
  }
  return true;
}

function passId(decoder: Decoder): void {
  readVarUint(decoder);
  readVarUint(decoder);
}

/** lib0's own says nothing at the end, and a count may go on for ever. */
function readByte(decoder: Decoder): number {
  if (decoder.pos >= decoder.arr.length) throw new Error(endsTooEarly);
  return readUint8(decoder);
}

/** @returns how many there were */
function passBytes(decoder: Decoder): number {
  const length = readVarUint(decoder);
  pass(decoder, length);
  return length;
}

function pass(decoder: Decoder, bytes: number): true {
  if (bytes > decoder.arr.length - decoder.pos) throw new Error(endsTooEarly);
  decoder.pos += bytes;
  return true;
}
