import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const boundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(200).max(20_000),
  height: z.number().int().min(200).max(20_000),
});
export const windowStateSchema = z.object({ bounds: boundsSchema.nullable(), maximised: z.boolean() });
export type WindowState = z.infer<typeof windowStateSchema>;
export type Bounds = z.infer<typeof boundsSchema>;

export const FIRST: WindowState = { bounds: null, maximised: false };

/** Whether enough of the window's title bar lies on a display that it can be grabbed. */
export function reachable(bounds: Bounds, displays: readonly Bounds[]): boolean {
  return displays.some((display) => {
    const wide = Math.min(bounds.x + bounds.width, display.x + display.width) - Math.max(bounds.x, display.x);
    const top = bounds.y >= display.y && bounds.y < display.y + display.height - 40;
    return wide >= 120 && top;
  });
}

/** The remembered place if it can still be seen, else the first one: a display may be gone. */
export function placeOn(state: WindowState, displays: readonly Bounds[]): WindowState {
  return state.bounds === null || reachable(state.bounds, displays) ? state : { ...state, bounds: null };
}

/** Reads `window.json`; anything odd is as if there were none. */
export function readWindowState(file: string): WindowState {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return FIRST;
  }
}

/** Writes `window.json`. Not being able to is no reason to trouble anyone. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state));
  } catch {
    // The next start opens at the default place.
  }
}
