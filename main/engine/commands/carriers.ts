import {
  CARRIER_SOURCE_FACTS,
  type CarrierSourceId,
  type CredentialField,
} from '#shared/model/carrierSource.ts';
import type { ParcelId } from '#shared/model/ids.ts';
import { FaultError } from '#shared/result.ts';
import type { Clock } from '../ports.ts';
import { audit, setState } from '../store/aggregates/audit.ts';
import {
  enableAccount,
  forgetAccount,
  giveCarrier,
  saveAccount,
  tellCarrier,
} from '../store/aggregates/carriers.ts';
import type { Writer } from '../store/types.ts';
import { carrierAccount } from '../store/views/carriers.ts';
import { parcelById } from '../store/views/parcels.ts';

export interface CarrierCommands {
  save(source: CarrierSourceId, credentials: Readonly<Record<string, string>>): void;
  setEnabled(source: CarrierSourceId, enabled: boolean): void;
  forget(source: CarrierSourceId): void;
  /** How many numbers or questions the source may charge in a calendar month. */
  setMonthly(source: CarrierSourceId, allowed: number): void;
  /** Keeps the wish; the receiver itself is started and stopped by the composition root. */
  setPush(wish: { on: boolean; port: number; publicBase: string | null }): void;
  setCarrier(parcelId: ParcelId, carrier: string): { number: string; carrier: string };
}

/** What a person can do to tracking services and to whose number a parcel's is. Secrets never reach the audit. */
export function createCarrierCommands(deps: {
  writer: Writer;
  clock: Clock;
  /** Called after a change of accounts, so that sources are made anew. */
  changed: () => void;
  parcelsChanged: () => void;
}): CarrierCommands {
  const { writer, clock } = deps;
  const alter = (what: string, subject: string, work: (at: number) => void): void => {
    const at = clock.now();
    writer.transaction('command', () => {
      work(at);
      audit(writer, at, what, subject);
    });
    deps.changed();
  };

  return {
    save: (source, given) =>
      alter('carriers.save', `source ${source}`, (at) => {
        const stored = carrierAccount(writer, source);
        const before = stored ? (JSON.parse(stored.credentials) as Record<string, string>) : {};
        saveAccount(writer, source, JSON.stringify(merged(source, given, before)), at);
      }),
    setEnabled: (source, enabled) =>
      alter(`carriers.${enabled ? 'enable' : 'disable'}`, `source ${source}`, (at) => {
        if (!enableAccount(writer, source, enabled, at)) throw new FaultError('not-found');
      }),
    forget: (source) =>
      alter('carriers.forget', `source ${source}`, () => {
        if (!forgetAccount(writer, source)) throw new FaultError('not-found');
      }),
    setMonthly: (source, allowed) =>
      alter('carriers.monthly', `source ${source}`, () =>
        setState(writer, `carrier.budget.${source}`, String(allowed)),
      ),
    setPush: ({ on, port, publicBase }) =>
      alter(on ? 'push.on' : 'push.off', 'push receiver', () => {
        setState(writer, 'push.on', on ? '1' : '0');
        setState(writer, 'push.port', String(port));
        setState(writer, 'push.base', publicBase ?? '');
      }),
    setCarrier: (parcelId, carrier) => {
      const at = clock.now();
      const told = writer.transaction('command', () => {
        const found = parcelById(writer, parcelId);
        if (!found) throw new FaultError('not-found');
        const { number } = found.row;
        if (!giveCarrier(writer, parcelId, number, carrier)) throw new FaultError('not-found');
        tellCarrier(writer, { number, carrier, by: 'person', at });
        audit(writer, at, 'parcels.setCarrier', `parcel ${parcelId}`, { carrier });
        return { number, carrier };
      });
      deps.parcelsChanged();
      return told;
    },
  };
}

/** The credentials as they will be: a blank keeps a secret, an optional field may be blank, others must fit. */
function merged(
  source: CarrierSourceId,
  given: Readonly<Record<string, string>>,
  before: Readonly<Record<string, string>>,
): Record<string, string> {
  const fields: readonly CredentialField[] = CARRIER_SOURCE_FACTS[source].fields;
  const strange = Object.keys(given).find((key) => !fields.some((field) => field.key === key));
  if (strange !== undefined) throw new FaultError('credentials-incomplete', { field: strange.slice(0, 40) });
  const all: Record<string, string> = {};
  for (const field of fields) {
    const written = Object.hasOwn(given, field.key) ? (given[field.key] ?? '').trim() : '';
    const kept = Object.hasOwn(before, field.key) ? (before[field.key] ?? '') : '';
    const value = written === '' && field.secret ? kept : written;
    if (value === '' && field.optional) continue;
    if (!field.pattern.test(value)) throw new FaultError('credentials-incomplete', { field: field.key });
    all[field.key] = value;
  }
  return all;
}
