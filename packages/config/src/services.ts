import { z } from 'zod';

/** Hosted engines of this worker, each with an operator's own key. Holds keys: never log it. */
export type ServicesConfig = {
  readonly gemini: GeminiConfig | null;
  readonly comfyui: ComfyuiConfig | null;
  readonly flux: FluxConfig | null;
  /** Reads notes; by Gemini's key. */
  readonly reader: ReaderConfig | null;
  /** Makes films. */
  readonly veo: VeoConfig | null;
};

export type ReaderConfig = {
  readonly model: string;
  /** What one reading counts as until the answer says how many tokens it took. */
  readonly usd: number;
  /** It costs that, whatever the answer says. */
  readonly isFixed: boolean;
  readonly timeoutSeconds: number;
  readonly callsPerMinute: number;
};

export type VeoConfig = {
  readonly apiKey: string;
  /** null: Google's own. */
  readonly baseUrl: string | null;
  readonly model: string;
  readonly usdPerSecond: number;
  /** From asking for a film to its being there. */
  readonly timeoutSeconds: number;
  readonly callsPerMinute: number;
};

export type ComfyuiConfig = {
  /** Without a slash at the end. */
  readonly url: string;
  /** A bearer token, where a proxy before it wants one. */
  readonly token: string | null;
  readonly workflows: readonly NamedFile[];
  readonly usdPerRun: number;
  readonly maxMegapixels: number;
  readonly timeoutSeconds: number;
};

/** An absolute path, and what the engine is called. */
export type NamedFile = { readonly name: string; readonly path: string };

export type FluxConfig = {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly usdPerRun: number;
};

export type GeminiConfig = {
  readonly apiKey: string;
  /** null: Google's own. */
  readonly baseUrl: string | null;
  readonly models: readonly PricedModel[];
  readonly callsPerMinute: number;
  readonly timeoutSeconds: number;
};

export type PricedModel = {
  readonly model: string;
  readonly imageSize: '1K' | '2K' | '4K';
  /** null: its list price, where that is known. */
  readonly usd: number | null;
};

/** None unless an operator says otherwise. */
export const noServices: ServicesConfig = {
  gemini: null,
  comfyui: null,
  flux: null,
  reader: null,
  veo: null,
};

const pricedModel = /^([a-z0-9][a-z0-9.-]{0,50})(?:@(1K|2K|4K))?(?:=(\d{1,3}(?:\.\d{1,6})?))?$/;

/** `gemini-2.5-flash-image, gemini-3-pro-image@2K=0.134`: model, size (else 1K), USD a picture (else the list's). */
export const pricedModels = z
  .string()
  .transform((text) => text.split(',').map((entry) => pricedModel.exec(entry.trim())))
  .refine(
    (entries) => entries.every((entry) => entry !== null),
    'must be models as gemini-3-pro-image@2K=0.134, with commas between them',
  )
  .transform((entries) => entries.flatMap((entry) => (entry ? [modelOf(entry)] : [])));

function modelOf([, model = '', size, usd]: RegExpExecArray): PricedModel {
  const imageSize = size === '2K' || size === '4K' ? size : '1K';
  return { model, imageSize, usd: usd === undefined ? null : Number(usd) };
}

const namedFile = /^(?:([a-z0-9][a-z0-9.-]{0,50})=)?(\/.+)$/;

/** `/workflows/inpaint.json, fast=/workflows/fast.json`; without a name it is `comfyui`. */
export const namedFiles = z
  .string()
  .transform((text) => text.split(',').map((entry) => namedFile.exec(entry.trim())))
  .refine(
    (entries) => entries.every((entry) => entry !== null),
    'must be absolute paths as comfyui-fast=/workflows/fast.json, with commas between them',
  )
  .transform((entries) => entries.flatMap((entry) => (entry ? [fileOf(entry)] : [])))
  .refine(
    (files) => new Set(files.map(({ name }) => name)).size === files.length,
    'must give each workflow a name of its own',
  );

function fileOf([, name = 'comfyui', path = '']: RegExpExecArray): NamedFile {
  return { name, path };
}

const pricedName = /^([a-z0-9][a-z0-9.-]{0,50})(?:=(\d{1,3}(?:\.\d{1,6})?))?$/;

/** `gemini-2.5-flash` or `gemini-2.5-flash=0.001`: a model, and what a piece of its work costs in USD. */
export const pricedModelName = z
  .string()
  .transform((text) => pricedName.exec(text.trim()))
  .refine((entry) => entry !== null, 'must be a model, as gemini-2.5-flash or gemini-2.5-flash=0.001')
  .transform((entry) => ({
    model: entry?.[1] ?? '',
    usd: entry?.[2] === undefined ? null : Number(entry[2]),
  }));
