import type { CarrierSourceView, PushState } from '#shared/contract/carriers.ts';
import {
  CARRIER_SOURCE_FACTS,
  CARRIER_SOURCES,
  type CarrierSourceId,
  PUSH_SOURCES,
} from '#shared/model/carrierSource.ts';
import { FaultError } from '#shared/result.ts';
import { DAY } from '#shared/time.ts';
import type { Reader } from '../store/types.ts';
import { carrierAccounts, daysSince, driftPage, numberCounts } from '../store/views/carriers.ts';
import { stateOf } from '../store/views/status.ts';
import type { ApiDeps, FeatureHandlers } from './deps.ts';

/** Tracking services: their state, credentials by masks, the push receiver, notes of changed answers. */
export function carrierHandlers(deps: ApiDeps): FeatureHandlers<'carriers.'> {
  const { reader, carrierCommands: commands, carriers } = deps;
  const one = (source: CarrierSourceId): CarrierSourceView => {
    const found = carrierViews(reader, deps.status().now).find((each) => each.source === source);
    if (!found) throw new FaultError('not-found');
    return found;
  };
  const push = (): PushState => pushState(deps);
  return {
    'carriers.list': () => ({ sources: carrierViews(reader, deps.status().now) }),
    'carriers.schedule': () => ({ sources: deps.carrierSchedule() }),
    'carriers.setMonthly': ({ source, allowed }) => {
      commands.setMonthly(source, allowed);
      return { source, allowed };
    },
    'carriers.save': ({ source, credentials }) => {
      commands.save(source, credentials);
      return one(source);
    },
    'carriers.test': async ({ source }) => {
      const answer = await carriers.test(source);
      if (!answer.ok) throw new FaultError(answer.error.code, answer.error.detail);
      return answer.value;
    },
    'carriers.setEnabled': ({ source, enabled }) => {
      commands.setEnabled(source, enabled);
      return one(source);
    },
    'carriers.forget': ({ source }) => {
      commands.forget(source);
      return one(source);
    },
    'carriers.push': push,
    'carriers.setPush': async ({ on, port, publicBase }) => {
      const started = await carriers.listen(on, port);
      if (!started.ok) throw new FaultError(started.error.code, started.error.detail);
      commands.setPush({ on, port, publicBase });
      return push();
    },
    'carriers.drift': ({ limit, cursor }) =>
      ({ ...driftPage(reader, { limit, cursor }), revision: deps.revision('sources') }) as never,
  };
}

/** A secret by its last four characters; a short one by nothing of it. */
export function mask(secret: string): string {
  return secret.length < 12 ? '••••' : `••••${secret.slice(-4)}`;
}

function carrierViews(reader: Reader, now: number): CarrierSourceView[] {
  const accounts = new Map(carrierAccounts(reader).map((account) => [account.source, account]));
  const numbers = numberCounts(reader);
  const week = daysSince(reader, Math.floor(now / DAY) - 6);
  return CARRIER_SOURCES.map((source) => {
    const facts = CARRIER_SOURCE_FACTS[source];
    const account = accounts.get(source);
    const held = account ? (JSON.parse(account.credentials) as Record<string, string>) : null;
    const counts = week.filter((each) => each.source === source);
    const calls = counts.filter((each) => each.what.startsWith('call '));
    const total = calls.reduce((sum, each) => sum + each.n, 0);
    const ms = calls.reduce((sum, each) => sum + each.ms, 0);
    return {
      source,
      name: facts.name,
      kind: facts.kind,
      credentials:
        held === null
          ? null
          : facts.fields.map(({ key, secret }) => ({
              key,
              secret,
              shown: held[key] === undefined ? null : secret ? mask(held[key]) : held[key],
            })),
      enabled: account?.enabled ?? false,
      verifiedAt: account?.verifiedAt ?? null,
      lastGoodAt: account?.okAt ?? null,
      fault: account?.fault
        ? { kind: account.fault, code: account.faultCode ?? '', at: account.faultAt }
        : null,
      restUntil: account?.restUntil !== null && (account?.restUntil ?? 0) > now ? account?.restUntil : null,
      numbers: numbers.get(source) ?? 0,
      week: {
        calls: total,
        good: calls.find((each) => each.what === 'call ok')?.n ?? 0,
        meanMs: total === 0 ? 0 : Math.round(ms / total),
        charged: counts.find((each) => each.what === 'charged')?.n ?? 0,
      },
    } as CarrierSourceView;
  });
}

function pushState({ reader, status, carriers }: ApiDeps): PushState {
  const base = stateOf(reader, 'push.base') || null;
  const week = daysSince(reader, Math.floor(status().now / DAY) - 6);
  return {
    on: stateOf(reader, 'push.on') === '1',
    port: Number(stateOf(reader, 'push.port') ?? 0),
    listening: carriers.listening(),
    publicBase: base,
    sources: PUSH_SOURCES.map((source) => ({
      source,
      url: base === null ? null : `${base}/push/${source}`,
      ready: carriers.pushReady(source),
      week: Object.fromEntries(
        week
          .filter((each) => each.source === source && each.what.startsWith('push '))
          .map((each) => [each.what.slice(5), each.n]),
      ),
    })),
  };
}
