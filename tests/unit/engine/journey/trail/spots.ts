import type { Border } from '../../../../../main/engine/journey/border.ts';
import type { Correction } from '../../../../../main/engine/journey/trail/correction.ts';
import { correct } from '../../../../../main/engine/journey/trail/correction.ts';
import { NOTHING_TOLD, type Spot, type Told } from '../../../../../main/engine/journey/trail/spot.ts';
import type { Meaning } from '../../../../../shared/model/event.ts';

/** A trail that shows nothing of a border. */
const NO_BORDER: Border = {
  left: Infinity,
  arrived: Infinity,
  crosses: false,
  firstOut: Infinity,
  station: Infinity,
  reached: Infinity,
  goalHub: Infinity,
  startsAtOrigin: false,
  lastExport: -1,
  cleared: -1,
  entry: -1,
  behindLeft: -1,
  hubIns: 0,
};

type Parts = Partial<Omit<Spot, 'trail' | 'told'>> & {
  readonly border?: Partial<Border>;
  readonly told?: Partial<Told>;
  readonly trail?: Partial<Omit<Spot['trail'], 'border'>>;
};

/** The sixth of ten scans of a trail that says nothing, but for what `parts` say. */
export function spot({ border, told, trail, ...rest }: Parts = {}): Spot {
  return {
    index: 5,
    carrier: 'some',
    side: 'none',
    land: null,
    ...rest,
    told: { ...NOTHING_TOLD, ...told },
    trail: {
      length: 10,
      lands: { at: [], home: null, goal: null },
      lastHubIn: Infinity,
      delivered: -1,
      ...trail,
      border: { ...NO_BORDER, ...border },
    },
  };
}

/** A scan whose text is understood for certain, but for what `parts` say. */
export function read(node: Meaning['node'], parts: Partial<Meaning> = {}): Meaning {
  return { node, reason: null, confidence: 'high', means: 'text', ...parts };
}

/** The node that `one` makes of a scan; the scan's own where it does not hold. */
export function after(one: Correction, meaning: Meaning, parts: Parts = {}): Meaning['node'] {
  return correct([one], meaning, spot(parts)).node;
}
