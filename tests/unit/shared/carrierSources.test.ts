import { describe, expect, test } from 'vitest';
import { CARRIER_SOURCE_FACTS, CARRIER_SOURCES, PUSH_SOURCES } from '../../../shared/model/carrierSource.ts';
import { uiTexts } from '../../../shared/text/ui/index.ts';
import {
  createCarrierSource,
  createPushScheme,
  hostOf,
} from '../../../main/engine/sources/carriers/index.ts';
import { clientWorld } from '../../fakes/carriers.ts';

/** Values that fit every field of a source. */
const filled = (source: (typeof CARRIER_SOURCES)[number]): Record<string, string> =>
  Object.fromEntries(
    CARRIER_SOURCE_FACTS[source].fields.map((field) => [field.key, field.options?.[0] ?? 'Abcd-1234_5678']),
  );

describe.each(CARRIER_SOURCES)('%s', (source) => {
  const facts = CARRIER_SOURCE_FACTS[source];

  test('says what to type for every field, and where it is found', () => {
    const keys = [...facts.fields.map((field) => field.key), 'where', ...[`paid.${facts.paidPer}`]];
    const missing = keys
      .map((key) => (key.startsWith('paid.') ? `carrierSource.${key}` : `carrierSource.${source}.${key}`))
      .filter((key) => !Object.hasOwn(uiTexts, key));
    expect(missing).toEqual([]);
  });

  test('has a secret, takes what fits, and refuses blanks and line breaks', () => {
    expect(facts.fields.some((field) => field.secret)).toBe(true);
    for (const field of facts.fields) {
      expect(field.pattern.test(filled(source)[field.key] ?? '')).toBe(true);
      expect(['', ' ', 'a\nb', 'x'.repeat(500)].filter((value) => field.pattern.test(value))).toEqual([]);
    }
  });

  test('is made from its credentials, and lives at an address of https', () => {
    expect(createCarrierSource(source, filled(source), clientWorld('')).id).toBe(source);
    expect(hostOf(source, filled(source))).toMatch(/^https:\/\/[a-z0-9.-]+(\/[a-z0-9./-]+)?$/);
  });

  test('has a scheme for pushes when its secret is there, and none without', () => {
    if (!facts.push) return expect(PUSH_SOURCES).not.toContain(source);
    const known = PUSH_SOURCES.find((each) => each === source);
    expect(known).toBeDefined();
    if (known === undefined || known === 'shopee') return;
    expect(createPushScheme(known, filled(source))?.source).toBe(source);
    expect(createPushScheme(known, {})).toBeNull();
  });
});
