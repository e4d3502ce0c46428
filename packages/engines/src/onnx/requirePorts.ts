import { EngineError } from '../engine.ts';
import { nameOfFile } from './nameOfFile.ts';
import type { Model, Port } from './openModel.ts';

/** What an engine can feed or read. null in a shape: any length; no name: whatever the file calls it. */
type WantedPort = {
  readonly name?: string;
  readonly type: string;
  readonly shape: readonly (number | null)[];
};

export type WantedPorts = {
  readonly inputs: readonly WantedPort[];
  readonly outputs: readonly WantedPort[];
};

/** @throws EngineError `engine.model-unfit` that names what is wanted and what the file has. */
export function requirePorts({ path, inputs, outputs }: Model, wanted: WantedPorts): void {
  if (!fit(inputs, wanted.inputs)) refuse(path, 'inputs', inputs, wanted.inputs);
  if (!fit(outputs, wanted.outputs)) refuse(path, 'outputs', outputs, wanted.outputs);
}

function fit(found: readonly Port[], wanted: readonly WantedPort[]): boolean {
  return found.length === wanted.length && wanted.every((want, at) => fits(find(found, want, at), want));
}

/** By name where one is wanted, else by place. */
function find(found: readonly Port[], { name }: WantedPort, at: number): Port | undefined {
  return name === undefined ? found[at] : found.find((port) => port.name === name);
}

function fits(port: Port | undefined, { type, shape }: WantedPort): boolean {
  if (port?.type !== type || port.shape.length !== shape.length) return false;
  return shape.every((length, at) => length === null || isFree(port.shape[at]) || port.shape[at] === length);
}

/** Named lengths are free; older exports write −1. */
function isFree(length: number | string | undefined): boolean {
  return typeof length === 'string' || length === -1;
}

function refuse(path: string, which: string, found: readonly Port[], wanted: readonly WantedPort[]): never {
  throw new EngineError(
    'engine.model-unfit',
    `${nameOfFile(path)} doesn’t fit: its ${which} are ${list(found)}, and wanted are ${list(wanted)}`,
  );
}

function list(ports: readonly (Port | WantedPort)[]): string {
  return ports
    .map(({ name, type, shape }) => `${name ?? 'any'} ${type} [${shape.map((length) => length ?? '*')}]`)
    .join(', ');
}
