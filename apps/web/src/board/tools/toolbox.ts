import type { ToolName } from '../state/boardStore.ts';
import { handTool } from './handTool.ts';
import { lassoTool } from './lassoTool.ts';
import { pinTool } from './pinTool.ts';
import { rectangleTool } from './rectangleTool.ts';
import { selectTool } from './selectTool.ts';
import { smartTool } from './smartTool.ts';
import { type HeldTool, hold } from './tool.ts';

/** A lock is drawn with the shape that was drawn with last. */
export type LockShape = 'rectangle' | 'lasso';

export function takeUp(name: ToolName, lockShape: LockShape): HeldTool {
  switch (name) {
    case 'select':
      return hold(selectTool);
    case 'hand':
      return hold(handTool);
    case 'pin':
      return hold(pinTool);
    case 'rectangle':
      return hold(rectangleTool);
    case 'lasso':
      return hold(lassoTool);
    case 'smart':
      return hold(smartTool);
    case 'lock':
      return takeUp(lockShape, lockShape);
  }
}
