import { afterEach, beforeEach, expect, test } from 'vitest';
import { calendarSettingsSchema } from '#shared/model/calendar.ts';
import { MIGRATIONS } from '../../../main/engine/store/migrations/index.ts';
import { tempStore } from '../../fakes/store.ts';

let temp: ReturnType<typeof tempStore>;
beforeEach(() => void (temp = tempStore()));
afterEach(() => temp.remove());

/** The settings after 1085 of a store in which `value` was set before. */
function migrated(value: string): string | undefined {
  const old = temp.open({ migrations: MIGRATIONS.filter(({ id }) => id < 1085) });
  old.writer.run("INSERT INTO state(key, value) VALUES ('calendar.settings', ?)", value);
  old.close();
  const store = temp.open({ migrations: MIGRATIONS.filter(({ id }) => id <= 1085) });
  const row = store.reader.get<{ value: string }>("SELECT value FROM state WHERE key = 'calendar.settings'");
  store.close();
  return row?.value;
}

test('1085: what was set before holds for the seller’s country and clock', () => {
  const text = migrated(
    JSON.stringify({
      ownDaysOff: ['2026-12-24', '2026-12-31'],
      carrierWeeks: { spx: ['mon', 'sat'] },
      cutOffs: { jt: '16:30' },
    }),
  );
  expect(calendarSettingsSchema.parse(JSON.parse(text ?? ''))).toEqual({
    ownDaysOff: ['2026-12-24', '2026-12-31'].map((date) => ({ from: date, to: date, name: '', place: 'CN' })),
    carrierWeeks: [{ carrier: 'spx', place: null, days: ['mon', 'sat'] }],
    cutOffs: [{ carrier: 'jt', time: '16:30', zone: 'Asia/Shanghai' }],
  });
});

test('1085: nothing set stays nothing, and a text that is no JSON stops nobody', () => {
  const text = migrated(JSON.stringify({ ownDaysOff: [], carrierWeeks: {}, cutOffs: {} }));
  expect(JSON.parse(text ?? '')).toEqual({ ownDaysOff: [], carrierWeeks: [], cutOffs: [] });
});

test('1085: a text that is no JSON stays as it is', () => {
  expect(migrated('not json')).toBe('not json');
});
