import { describe, expect, it } from 'vitest';
import { aheadText, runningText } from './runningText.ts';

describe('what is said of a running edit', () => {
  it('is its place, not 0 %, while it waits in its engine’s own queue', () => {
    expect(runningText({ engine: 'comfyui', progress: 0, ahead: 1 })).toBe('ComfyUI: 2nd in its queue');
    expect(aheadText({ engine: 'comfyui', ahead: 0 })).toBe('ComfyUI: next in its queue');
  });

  it('is how far it is once it is being drawn', () => {
    expect(runningText({ engine: 'comfyui', progress: 0.27, ahead: null })).toBe('ComfyUI, 27 %');
    expect(aheadText({ engine: 'comfyui', ahead: null })).toBeNull();
  });
});
