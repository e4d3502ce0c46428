/** What is said of runs under way and of what runs have cost: fetched with what shows it; the rest is in `en.ts`. */
export const enRuns = {
  preview: (variant: number, of: number) => (of === 1 ? 'Preview' : `Preview, ${variant} of ${of}`),
  previewLead: 'How far it has come. No candidate yet: nothing of it is kept.',
  previewOf: (engine: string) => `Preview of what ${engine} is drawing`,
  waitsForRate: (service: string, time: string) => `Waits for ${service}’s rate until about ${time}`,
  services: { gemini: 'Gemini', flux: 'FLUX', comfyui: 'ComfyUI', veo: 'Veo' } as Readonly<
    Record<string, string>
  >,
  charges: 'Films and readings',
  chargeKinds: { film: 'Film', reading: 'A note read by a model' },
  costUnknown: 'cost not known',
  unknownCosts: (n: number) => (n === 1 ? '1 cost not known' : `${n} costs not known`),
};
