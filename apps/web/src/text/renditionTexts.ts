import { enRenditions } from './enRenditions.ts';

type RenditionTexts = typeof enRenditions;

export const renditionTexts: RenditionTexts = enRenditions;
