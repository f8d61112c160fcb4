import type { Direction, Meaning } from '#shared/model/event.ts';
import type { Placed } from './order.ts';
import { jt110 } from './tables/index.ts';
import type { Side } from './tables/table.ts';
import { correct } from './trail/correction.ts';
import { correctFirst } from './trail/first.ts';
import { currentFrom } from './trail/numbers.ts';
import { SIDES } from './trail/sides.ts';
import { factsOf, NOTHING_TOLD, tell } from './trail/spot.ts';
import { WAY } from './trail/way.ts';
import { WORDS } from './trail/words.ts';

/** A scan read within its trail. */
export interface ReadScan {
  readonly meaning: Meaning;
  readonly direction: Direction;
  readonly earlier: boolean;
}

const JT_CARRIER = /^jt([-_]|$)/;
/** Codes that only J&T's live set has. */
const LIVE_JT = /^(10|50|92|94|100)$/;
/** What the trail puts right of a scan before it is told to the scans after it. */
const BEFORE_TOLD = [...SIDES, ...WORDS];

/** Reads every scan with the whole trail in view. `placed` is in its final order. */
export function readTrail(placed: readonly Placed[]): ReadScan[] {
  const from = currentFrom(placed);
  const live = placed.some(({ scan }) => JT_CARRIER.test(scan.carrier) && LIVE_JT.test(scan.code ?? ''));
  const resolved = placed.map((item) => resolveJt(item, live));
  return [
    ...readSegment(resolved.slice(0, from), true),
    ...readSegment(from === 0 ? resolved : resolved.slice(from), false),
  ];
}

function resolveJt(item: Placed, live: boolean): Placed {
  const { scan } = item;
  if (scan.code !== '110' || !JT_CARRIER.test(scan.carrier) || item.meaning.node !== 'UNKNOWN') return item;
  return { ...item, meaning: { ...jt110(live), means: 'code' } };
}

/** What says by its own words that the buyer's country is reached is no longer where the scans before it were. */
const arrives = ({ node, confidence }: Meaning, side: Side): boolean =>
  side === 'none' && node === 'LINEHAUL_ARRIVED' && confidence !== 'low';

/** Reads the scans of one parcel, oldest first. */
function readSegment(all: readonly Placed[], earlier: boolean): ReadScan[] {
  const placed = correctFirst(all);
  const trail = factsOf(placed);
  let told = NOTHING_TOLD;
  let land: string | null = null;
  return placed.map(({ scan, meaning: { side, ...bare } }, index) => {
    land = trail.lands.at[index] ?? (arrives(bare, side) ? null : land);
    const spot = { trail, index, carrier: scan.carrier, side, land, told };
    const read = correct(BEFORE_TOLD, bare, spot);
    told = tell(told, read);
    const meaning = correct(WAY, read, spot);
    const direction: Direction = told.returning || meaning.node === 'RETURNED' ? 'return' : 'forward';
    return { meaning, direction, earlier };
  });
}
