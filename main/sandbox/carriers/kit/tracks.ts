import type { EventNode } from '#shared/model/node.ts';

/** One scan of the invented world, as it truly happened. */
export interface TrackScan {
  /** Instant in ms. */
  readonly at: number;
  readonly node: EventNode;
  /** The carrier's own code, where the world gives it one. */
  readonly code: string | null;
  readonly text: string;
  readonly lang: string;
  readonly city: string;
  /** Two letters. */
  readonly country: string;
  /** IANA name of the place's zone: carriers write wall clocks. */
  readonly zone: string;
}

/** One number's scans so far, oldest first, by the carriers that made them (first and last mile have their own). */
export interface Track {
  readonly number: string;
  readonly carriers: readonly { readonly slug: string; readonly scans: readonly TrackScan[] }[];
}

/** Where a twin gets its scans from: the simulated world, or the seeded tracks of this folder. */
export interface TrackSource {
  /** The scans up to `now`; null for a number that no carrier has. */
  find(number: string, now: number): Track | null;
}

const HOUR = 3_600_000;

interface Step {
  readonly node: EventNode;
  readonly after: number;
  readonly text: string;
  readonly last: boolean;
}
const STEPS: readonly Step[] = [
  { node: 'INFO_RECEIVED', after: 0, text: 'Order information received', last: false },
  { node: 'PICKED_UP', after: 12, text: '已揽收', last: false },
  { node: 'ORIGIN_HUB_IN', after: 6, text: '到达始发分拨中心', last: false },
  { node: 'LINEHAUL_DEPARTED', after: 14, text: 'Departed from origin country', last: false },
  { node: 'LINEHAUL_ARRIVED', after: 30, text: 'Arrived at destination country', last: false },
  { node: 'IMPORT_CUSTOMS', after: 5, text: 'Import customs clearance started', last: false },
  { node: 'IMPORT_CLEARED', after: 20, text: 'Import customs clearance completed', last: false },
  { node: 'DEST_HUB_IN', after: 8, text: 'Arrived at sorting centre', last: true },
  { node: 'OUT_FOR_DELIVERY', after: 14, text: 'Out for delivery 🛵', last: true },
  { node: 'DELIVERED', after: 5, text: 'Delivered <b>to recipient</b>', last: true },
];

/** A number between 0 and 1 that depends on its words only (FNV-1a). */
export function chanceOf(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const char of words.join('\u0000')) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return ((hash ^ (hash >>> 12)) >>> 0) / 4_294_967_296;
}

/**
 * Tracks that follow from the seed and the number alone, so that a twin is of use without a world behind it. They begin
 * within the ten days before `start`; a number with a lone `X` at its end is one that no carrier has.
 */
export function seededTracks(options: {
  seed: number;
  start: number;
  first?: string;
  last?: string;
}): TrackSource {
  const { seed, start } = options;
  return {
    find: (number, now) => {
      if (number.endsWith('X')) return null;
      let at = start - chanceOf(seed, number, 'begin') * 240 * HOUR;
      const scans = STEPS.map((step, index) => {
        at += step.after * HOUR * (0.7 + chanceOf(seed, number, index) * 0.6);
        const scan: TrackScan = {
          at: Math.floor(at / 1000) * 1000,
          node: step.node,
          code: null,
          text: step.text,
          lang: /\p{Script=Han}/u.test(step.text) ? 'zh-CN' : 'en',
          city: step.last ? 'Kuala Lumpur' : step.node.startsWith('IMPORT') ? 'Sepang' : '深圳',
          country: step.last || step.node.startsWith('IMPORT') ? 'MY' : 'CN',
          zone: step.last ? 'Asia/Kuala_Lumpur' : 'Asia/Shanghai',
        };
        return { scan, last: step.last };
      }).filter(({ scan }) => scan.at <= now);
      const of = (last: boolean): TrackScan[] =>
        scans.filter((each) => each.last === last).map(({ scan }) => scan);
      const carriers = [
        { slug: options.first ?? 'yunexpress', scans: of(false) },
        { slug: options.last ?? 'ninjavan-my', scans: of(true) },
      ];
      return { number, carriers: carriers.filter((each) => each.scans.length > 0) };
    },
  };
}

/** Formatters by zone: making one costs more than a thousand uses. */
const formats = new Map<string, { clock: Intl.DateTimeFormat; offset: Intl.DateTimeFormat }>();
function formatsOf(zone: string): { clock: Intl.DateTimeFormat; offset: Intl.DateTimeFormat } {
  const known = formats.get(zone);
  if (known) return known;
  const made = {
    clock: new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }),
    offset: new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }),
  };
  formats.set(zone, made);
  return made;
}

/** A wall clock in a zone: `2026-11-24 18:05:00`. */
export function wallClock(zone: string, at: number): string {
  return formatsOf(zone).clock.format(at);
}

/** The offset of a zone at an instant: `+08:00`. */
export function offsetName(zone: string, at: number): string {
  const name = formatsOf(zone)
    .offset.formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value;
  return name?.replace('GMT', '') || '+00:00';
}

/** All scans of a number in one list, oldest first, as a single carrier tells them; null for an unknown number. */
export function scansOf(track: Track | null): readonly TrackScan[] | null {
  if (!track || track.carriers.length === 0) return null;
  return track.carriers.flatMap((each) => each.scans).toSorted((a, b) => a.at - b.at);
}
