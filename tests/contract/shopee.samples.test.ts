import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { asInstant } from '#shared/time.ts';
import { type CallFacts, createShopeeClient } from '../../main/engine/sources/shopee/client.ts';
import {
  type EndpointName,
  endpointOf,
  endpoints,
} from '../../main/engine/sources/shopee/endpoints/index.ts';
import { classify, type ErrorClass } from '../../main/engine/sources/shopee/errors.ts';
import type { Auth } from '../../main/engine/sources/shopee/sign.ts';
import { baseString, sign } from '../../main/engine/sources/shopee/sign.ts';

/** The published samples, which lie beside the checkout on the machines that have them. */
const folder = fileURLToPath(new URL('../../../shared/reference/shopee-fixtures/', import.meta.url));

interface Fixture {
  readonly api: string;
  readonly http_method: string;
  readonly path: string;
  readonly auth_type: string;
  readonly request_params: readonly { name: string; required?: boolean }[];
  readonly response_samples: readonly unknown[];
  readonly error_samples: readonly unknown[];
  readonly api_errors: readonly { error: string; message: string }[];
}
const json = <T>(name: string): T => JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as T;

/** The documents print a dash where the wire is empty. */
const asSent = (sample: unknown): string =>
  JSON.stringify(sample, (_key, value: unknown) => (value === '-' ? '' : value));

const AUTH: Readonly<Record<string, Auth>> = {
  public: { kind: 'public' },
  shop: { kind: 'shop', id: '1', token: 't' },
  merchant: { kind: 'merchant', id: '1', token: 't' },
};

async function answerTo(name: EndpointName, body: string, status = 200) {
  const heard: CallFacts[] = [];
  const client = createShopeeClient({
    base: 'http://127.0.0.1:1',
    partner: { id: '1', key: 'k' },
    clock: { now: () => asInstant(1_700_000_000_000) },
    fetch: async () => new Response(body, { status }),
    heard: (facts) => void heard.push(facts),
  });
  const answer = await client.call(name, {}, AUTH[endpointOf(name).auth] as Auth);
  return { answer, heard };
}

/** Every scalar of a document, in the forms in which it may come out again. */
function scalarsOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return Object.values(value).flatMap(scalarsOf);
}

if (existsSync(folder)) {
  const known = Object.keys(endpoints) as EndpointName[];
  const published = readdirSync(`${folder}endpoints`)
    .filter((file) => !file.startsWith('_'))
    .map((file) => json<Fixture>(`endpoints/${file}`))
    .map((fixture) => ({ ...fixture, api: fixture.api.replace(/^v2\./, '') }));
  const ours = published.filter((fixture) => known.includes(fixture.api as EndpointName));

  describe('published samples', () => {
    it('exist for every call but those of the chat, whose pages are closed', () => {
      const without = known.filter((name) => !ours.some((fixture) => fixture.api === name));
      expect(without.every((name) => name.startsWith('sellerchat.'))).toBe(true);
      expect(ours.length).toBeGreaterThanOrEqual(40);
    });

    it.each(ours)('$api is declared as it is published', async (fixture) => {
      const declared = endpointOf(fixture.api as EndpointName);
      expect(declared.method).toBe(fixture.http_method);
      expect(declared.path).toBe(fixture.path);
      expect(declared.auth).toBe(fixture.auth_type.toLowerCase());
    });

    it.each(ours)('$api reads its samples and loses nothing', async (fixture) => {
      const name = fixture.api as EndpointName;
      for (const sample of fixture.response_samples) {
        // For a file the documents describe the answer in words.
        if (typeof sample === 'string') continue;
        const sent = asSent(sample);
        const { answer } = await answerTo(name, sent);
        if (!answer.ok) throw new Error(`${name}: ${answer.fault.code}`);
        expect(answer.facts.class).toBe('ok');
        expect(answer.facts.drift).toEqual([]);
        const read = new Set(
          scalarsOf(answer.value).flatMap((value) => [String(value), String(Number(value) / 1000)]),
        );
        const raw = scalarsOf(answer.raw).filter((value) => value !== null && value !== '' && value !== 0);
        const lost = raw.filter((value) => !read.has(String(value)));
        expect(lost).toEqual([]);
      }
    });

    it.each(ours)('$api takes its error samples for failures', async (fixture) => {
      for (const sample of fixture.error_samples) {
        const { answer, heard } = await answerTo(fixture.api as EndpointName, asSent(sample));
        expect(answer.ok).toBe(false);
        expect(heard[0]?.clean).toBe(false);
      }
    });
  });

  describe('published errors', () => {
    const common = json<Record<string, { error: string; message: string }[]>>('common-errors.json');
    const rows = Object.values(common).flat();

    it('of the gateway are sorted as section 6.3 says', () => {
      const classOf = (error: string, message: string): ErrorClass => classify(200, error, message).class;
      const sorted = new Map<string, Set<string>>();
      for (const { error, message } of rows) {
        const key = classOf(error, message);
        sorted.set(key, (sorted.get(key) ?? new Set()).add(error));
      }
      expect([...(sorted.get('token') ?? [])].toSorted()).toEqual([
        'error_auth',
        'error_param',
        'invalid_acceess_token',
      ]);
      expect([...(sorted.get('signature') ?? [])].toSorted()).toEqual(['error_param', 'error_sign']);
      expect([...(sorted.get('clock') ?? [])]).toEqual(['error_param']);
      expect([...(sorted.get('quota') ?? [])]).toEqual(['error_limit']);
      expect([...(sorted.get('throttled') ?? [])]).toEqual(['error_rate_limit']);
      expect([...(sorted.get('app') ?? [])].toSorted()).toEqual([
        'api_suspended',
        'error_api_call_restricted',
        'error_auth',
        'error_param',
        'error_partner_key_expired',
        'invalid_partner_id',
        'source_ip_undeclared',
      ]);
      expect([...(sorted.get('link-lost') ?? [])].toSorted()).toEqual([
        'merchant_no_linked',
        'partner_frozen',
        'partner_shop_no_link',
        'shop_banned',
        'shop_no_linked',
      ]);
    });

    it('of modules never refresh a token, and never stop an app', () => {
      const tokenCalls = new Set(['public.refresh_access_token', 'public.get_access_token']);
      const wrong = published
        .filter((fixture) => !tokenCalls.has(fixture.api))
        .flatMap((fixture) => fixture.api_errors)
        .filter(({ error }) => error.includes('.') && !error.startsWith('common.'))
        .filter(({ error, message }) =>
          ['token', 'app', 'link-lost'].includes(classify(200, error, message).class),
        );
      expect(wrong).toEqual([]);
    });
  });

  describe('published vectors', () => {
    const file = json<{
      partner_key: string;
      vectors: { kind: string; base_string: string; sign: string }[];
    }>('signing-vectors.json');
    it.each(file.vectors.filter(({ kind }) => kind !== 'push'))('$kind', (vector) => {
      expect(sign(file.partner_key, vector.base_string)).toBe(vector.sign);
    });
    it('are built by the parts that are signed', () => {
      const first = file.vectors[0];
      const path = '/api/v2/public/get_shops_by_partner';
      expect(baseString('2001887', path, 1655714431, { kind: 'public' })).toBe(first?.base_string);
    });
  });
} else {
  describe('published samples', () => {
    it('are not on this machine: the own fixtures in tests/unit stand in for them', () => {
      expect(existsSync(folder)).toBe(false);
    });
  });
}
