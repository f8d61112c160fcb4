import { join } from 'node:path';
import type { ParcelId } from '#shared/model/ids.ts';
import { asInstant, DAY } from '#shared/time.ts';
import { createScorekeeper } from '../../main/engine/scores.ts';
import { openStore } from '../../main/engine/store/open.ts';
import { recordingLog } from '../fakes/store.ts';
import { scoreAt } from '../unit/engine/eta/scoreboard/scores.ts';
import { en, expect, type Seamark, test, zh } from './app.ts';
import { faultsOf } from './axe.ts';

/** A store in which one delivery was scored at one moment, two days late of its promise, warned of a day before that. */
async function scoreOne(seamark: Seamark, promised: boolean, carrier = 'spx', early = 1): Promise<void> {
  await seamark.stop();
  const clock = { now: () => asInstant(Date.now()) };
  const { home, key } = seamark;
  const opened = openStore({
    ...{ path: join(home, 'seamark.db'), key, backupFolder: join(home, 'backups') },
    ...{ clock, log: recordingLog() },
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { store } = opened;
  const scores = createScorekeeper({ ...store, clock });
  store.writer.run("INSERT INTO parcel(number, carrier, created_at) VALUES ('ONE1', 'spx', 0)");
  const ago = (days: number) => asInstant(Date.now() - days * DAY);
  scores.said({
    ...scoreAt({}),
    ...{ parcelId: 1 as ParcelId, moment: 'LINEHAUL', lane: 'CN>MY', carrier, madeAt: ago(9) },
    ...{ lo90: ago(6), lo80: ago(5), p50: ago(2 + early), hi80: ago(0.5), hi90: ago(0.25) },
    ...{ pLate: promised ? 0.6 : null, promise: promised ? ago(4) : null, laneMedian: null },
  });
  if (promised) scores.warned(1, ago(5));
  scores.delivered(1, ago(2));
  store.close();
  await seamark.start();
}

for (const promised of [true, false]) {
  test(`one delivery ${promised ? 'with' : 'without'} a promise: every tile says of how many, none is no number`, async ({
    page,
    seamark,
    open,
  }) => {
    await scoreOne(seamark, promised);
    await open('/insights');
    const answer = page.getByText(
      /^1 delivery \(Line-haul\): off by 1\.0 days; it fell into the 8-in-10 range\.$/,
    );
    await expect(answer).toBeVisible();
    const late = promised
      ? /^1 of 1 delivery with a promise came late \(Line-haul\): 100% of them were warned of in time, half at least 24 h before; 100% of 1 warning came true\.$/
      : /^No delivery with a promise\.$/;
    for (const by of ['moment', 'lane', 'market', 'carrier'] as const) {
      const rows = page.getByRole('group', { name: en('score.by'), exact: true });
      await rows.getByText(en(`score.by.${by}`), { exact: true }).click();
      const board = page.getByRole('table', { name: en('score.table'), exact: true });
      await expect(board.getByRole('row')).toHaveCount(2);
      await expect(board.getByRole('row').last()).toContainText(/1\s*1\.0/);
      await expect(
        page.getByText(by === 'moment' ? late : promised ? /^1 of 1 delivery/ : late),
      ).toBeVisible();
      const warnings = page.getByRole('table', { name: en('score.late.table'), exact: true });
      await expect(warnings.getByText('100% (1)')).toHaveCount(promised ? 1 : 0);
      await expect(page.getByRole('img', { name: /dashed line/ })).toBeVisible();
      const text = await page.locator('main').innerText();
      expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
      expect(text).not.toContain('{');
    }
    expect(await faultsOf(page)).toEqual([]);
  });
}

for (const lang of ['en', 'zh-CN'] as const) {
  test.describe(`a carrier with a long name, ${lang}`, () => {
    test.use({ settings: { lang }, viewport: { width: 1440, height: 900 } });
    test('pushes no figure out of the tables', async ({ page, seamark, open }) => {
      const t = lang === 'en' ? en : zh;
      await scoreOne(
        seamark,
        true,
        'a-very-long-carrier-name-of-a-regional-last-mile-company-sdn-bhd',
        -0.001,
      );
      await open('/insights');
      const rows = page.getByRole('group', { name: t('score.by'), exact: true });
      await rows.getByText(t('score.by.carrier'), { exact: true }).click();
      // A minute early is no minus.
      await expect(page.getByRole('table', { name: t('score.table'), exact: true })).not.toContainText(
        '-0.0',
      );
      for (const table of [t('score.table'), t('score.late.table')]) {
        const region = page.getByRole('region', { name: table, exact: true });
        await expect(region.getByText(/^A-very-long-carrier-name/)).toBeVisible();
        // Ten Chinese headers do not break: in the narrowest window that table is scrolled.
        for (const width of lang === 'en' ? [1440, 700] : [1440]) {
          await page.setViewportSize({ width, height: 900 });
          expect(
            await region.evaluate((box) => box.scrollWidth - box.clientWidth),
            String(width),
          ).toBeLessThanOrEqual(0);
        }
      }
    });
  });
}

test.describe('in Chinese', () => {
  test.use({ settings: { lang: 'zh-CN', theme: 'dark' } });
  test('the one is told as one there, too', async ({ page, seamark, open }) => {
    await scoreOne(seamark, true);
    await open('/insights');
    await expect(page.getByText(/^1 次送达（.*）：偏差 1\.0 天；落在八成区间内。$/)).toBeVisible();
    await expect(page.getByText(/1 次预警中应验 100%。$/)).toBeVisible();
    await expect(page.getByRole('table', { name: zh('score.table'), exact: true })).toBeVisible();
  });
});
