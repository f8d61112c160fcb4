import { NO_WEATHER, type WeatherSettings, weatherSettingsSchema } from '#shared/model/weather.ts';
import { FaultError } from '#shared/result.ts';
import type { Clock } from '../ports.ts';
import { audit, setState } from '../store/aggregates/audit.ts';
import type { Reader, Writer } from '../store/types.ts';
import { stateOf } from '../store/views/status.ts';

const KEY = 'weather.settings';

export interface WeatherCommands {
  settings(): WeatherSettings;
  /** `key` null keeps the one that is there while the address stays; faults with `credentials-incomplete`. */
  set(wish: { on: boolean; address: string | null; key: string | null }): void;
}

/** What a person sets about weather. The key never reaches the audit. */
export function createWeatherCommands(deps: {
  writer: Writer;
  reader: Reader;
  clock: Clock;
  /** The form in which an address is kept; null for one that cannot be. */
  ownAddress: (written: string) => string | null;
  /** Inside the change's transaction. */
  changing: (next: WeatherSettings, before: WeatherSettings) => void;
  changed: () => void;
}): WeatherCommands {
  const { writer, reader, clock } = deps;
  let known: WeatherSettings | null = null;
  const settings = (): WeatherSettings => (known ??= read(stateOf(reader, KEY)));
  return {
    settings,
    set: ({ on, address: written, key: given }) => {
      const before = settings();
      const trimmed = written?.trim() ?? '';
      const address = trimmed === '' ? null : deps.ownAddress(trimmed);
      if (trimmed !== '' && address === null)
        throw new FaultError('credentials-incomplete', { field: 'address' });
      const kept = address === before.address ? before.key : null;
      const key = given === null ? kept : given.trim() === '' ? null : given.trim();
      const next: WeatherSettings = { on, address, key };
      const at = clock.now();
      writer.transaction('command', () => {
        setState(writer, KEY, JSON.stringify(next));
        deps.changing(next, before);
        const own = address === null ? 0 : 1;
        audit(writer, at, on ? 'weather.on' : 'weather.off', 'weather', { own, key: key === null ? 0 : 1 });
      });
      known = next;
      deps.changed();
    },
  };
}

/** Settings of another shape count as none: off. */
function read(text: string | null): WeatherSettings {
  if (text === null) return NO_WEATHER;
  const parsed = weatherSettingsSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : NO_WEATHER;
}
