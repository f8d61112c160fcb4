import type { EventNode, Stage } from '#shared/model/node.ts';
import type { WeatherLevel, WeatherSpell } from '#shared/model/weather.ts';
import { DAY } from '#shared/time.ts';
import { dateOf } from '../calendars/days.ts';
import type { Hazard, StageWindow } from '../model/hazards.ts';

/** The bad weather to come at a place. */
export interface PlaceWeather {
  readonly id: string;
  readonly name: string;
  readonly zh: string | null;
  /** Difference of the place's clock to UTC, ms. */
  readonly offsetMs: number;
  readonly spells: readonly WeatherSpell[];
}

/** The places on a parcel's way, as far as they are known. */
export interface WayWeather {
  /** Where it stands now. */
  readonly here: PlaceWeather | null;
  /** Where parcels of its lane pass in a stage, and arrive in a line-haul. */
  ahead(stage: Stage): PlaceWeather | null;
}

/**
 * INVENTED. The chance that bad weather holds up a parcel that is there, and then days: median, and of one in ten.
 * Ordinary bad weather is inside the history that the model has learnt, so the lowest level counts little.
 */
const COST: Readonly<Record<WeatherLevel, Pick<Hazard, 'chance' | 'days' | 'longestDays'>>> = {
  rough: { chance: 0.2, days: 0.5, longestDays: 1.5 },
  severe: { chance: 0.5, days: 1, longestDays: 3 },
  extreme: { chance: 0.8, days: 1.5, longestDays: 5 },
};

/** INVENTED: stages ahead may begin and end so much sooner or later than their medians say. */
const SLACK = DAY / 2;
/** A line-haul is hindered where it arrives, not on its way; before it leaves, the stage before it is there to tell. */
const ARRIVAL = DAY;
/** More warnings than these nobody reads. */
const MOST = 4;

const LEFT: ReadonlySet<EventNode> = new Set<EventNode>([
  'ORIGIN_HUB_OUT',
  'LINEHAUL_DEPARTED',
  'IN_TRANSIT',
  'DEST_HUB_OUT',
]);

/** Whether a parcel at this node is still where its last scan was. */
export function standsThere(node: EventNode): boolean {
  return !LEFT.has(node);
}

/**
 * Warnings for a parcel: each spell of bad weather at a place where it is expected while it lasts, in the first stage that
 * meets it; of spells on the same days only the first. `windows` are the stages that are left with the times in which they are expected, the present one first.
 */
export function weatherHazards(windows: readonly StageWindow[], way: WayWeather): Hazard[] {
  const hazards: Hazard[] = [];
  const told: WeatherSpell[] = [];
  for (const [index, { stage, from, to }] of windows.entries()) {
    const here = index === 0 ? way.here : null;
    const arriving = !here && stage === 'LINEHAUL';
    // One that has left the place of its last scan stands nowhere; only a line-haul has an end that is known.
    const place = index === 0 && !arriving ? here : (here ?? way.ahead(stage));
    if (!place) continue;
    const begin = arriving ? Math.max(from, to - ARRIVAL) : from;
    const slack = here ? 0 : SLACK;
    const dateAt = (at: number): string => dateOf(Math.floor((at + place.offsetMs) / DAY));
    const [first, last] = [dateAt(Math.max(windows[0]?.from ?? from, begin - slack)), dateAt(to + slack)];
    for (const spell of place.spells) {
      if (spell.to < first || spell.from > last) continue;
      // One storm over two places, or one place in two stages: nobody is held up twice on the same days.
      if (told.some(({ from: begun, to: over }) => spell.from <= over && spell.to >= begun)) continue;
      told.push(spell);
      const weather = { ...spell, stage, placeZh: place.zh };
      hazards.push({ kind: 'weather', place: place.name, ...COST[spell.level], weather });
      if (hazards.length === MOST) return hazards;
    }
  }
  return hazards;
}
