import type { Stage } from '#shared/model/node.ts';
import stages from './stage.module.css';
import tones from './tone.module.css';

/** How much something asks for attention, as a ground and the ink on it. */
export type Tone = 'neutral' | 'accent' | 'critical' | 'high' | 'medium' | 'good';

/** The class that gives a thing the colours of a tone. */
export function toneClass(tone: Tone): string {
  return tones[tone] ?? '';
}

/** The class that makes `--stage` the stage's colour, for the thing and all within it. */
export function stageClass(stage: Stage): string {
  return stages[stage] ?? '';
}
