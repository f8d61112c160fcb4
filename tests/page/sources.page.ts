import { seededTracks } from '../../main/sandbox/carriers/kit/tracks.ts';
import { start17track, type Track17Twin } from '../../main/sandbox/carriers/17track/twin.ts';
import { en, expect, test as base, zh } from './app.ts';
import { START } from '../fakes/engine.ts';
import { csvOf } from '../fakes/files.ts';
import { faultsOf } from './axe.ts';

const KEY = 'K17-abcdef0123456789';
const NUMBERS = ['RA100000000CN', 'RA100000001CN'];

/** A page whose 17TRACK is a twin on loopback. */
const test = base.extend<{ twin: Track17Twin }>({
  twin: async ({ hosts }, use) => {
    const start = Date.now() - 86_400_000;
    const tracks = seededTracks({ seed: 7, start });
    const twin = await start17track({ apiKey: KEY, tracks, now: Date.now, quota: 9, perSecond: 99 });
    hosts['17track'] = twin.url;
    await use(twin);
    await twin.close();
  },
});

test('a service is set up by keyboard: where to find the key, a mask for what was saved, a test question', async ({
  page,
  twin,
  open,
}) => {
  await open('/sources');
  await expect(page.getByText(en('services.empty.title'))).toBeVisible();
  const add = page.getByRole('button', { name: en('services.add') });
  await add.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: en('services.add') });
  await expect(dialog.getByText(en('carrierSource.17track.where'))).toBeVisible();
  await dialog.getByLabel(en('carrierSource.17track.apiKey')).fill('short');
  await page.keyboard.press('Enter');
  const row = page.getByRole('row', { name: /17TRACK/ }).first();
  await expect(row.getByText(en('carrierSource.unverified'))).toBeVisible();
  // A service is a source: the page no longer says that there is none.
  await expect(page.getByText(en('sources.empty.title'))).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: en('nav.sources') })).toBeVisible();

  const menu = row.getByRole('button', { name: en('services.actionsOf', { name: '17TRACK' }) });
  const choose = async (item: string): Promise<void> => {
    await menu.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  };
  await choose(en('services.test'));
  await expect(row.getByText(en('services.fault.auth'))).toBeVisible();

  await choose(en('services.credentials'));
  const again = page.getByRole('dialog', { name: '17TRACK' });
  const key = again.getByLabel(en('carrierSource.17track.apiKey'));
  await expect(key).toHaveValue('');
  await expect(key).toHaveAttribute('type', 'password');
  await expect(again.getByText(en('services.keep', { shown: '••••' }))).toBeVisible();
  await key.fill(KEY);
  await again.getByRole('button', { name: en('services.saveOn') }).click();
  await choose(en('services.test'));
  await expect(page.getByRole('status').filter({ hasText: /17TRACK answered in/ })).toBeVisible();
  await expect(row.getByText(en('services.fault.auth'))).toHaveCount(0);
  expect(twin.calls.length).toBeGreaterThan(1);

  await choose(en('services.turnOff'));
  await expect(row.getByText(en('services.off'))).toBeVisible();
  await choose(en('services.forget'));
  await expect(page.getByText(en('services.empty.title'))).toBeVisible();
});

test('what cannot be right is refused beside the fields, and nothing is saved', async ({
  page,
  seamark,
  open,
}) => {
  await open('/sources');
  await page.getByRole('button', { name: en('services.add') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: en('services.saveOn') }).click();
  const key = dialog.getByLabel(en('carrierSource.17track.apiKey'));
  await expect(dialog.getByRole('alert')).toHaveText(en('refused.missing'));
  await expect(key).toHaveAttribute('aria-invalid', 'true');
  await key.fill('two words');
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await key.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText(en('services.wrongField'));
  expect((await seamark.call('health.sources', {})).sources).toEqual([]);
});

test('what the lab cannot ask for is said beside the waybills', async ({ page, twin, seamark, open }) => {
  await seamark.call('carriers.save', { source: '17track', credentials: { apiKey: KEY } });
  await seamark.call('carriers.setEnabled', { source: '17track', enabled: true });
  await open('/sources');
  await page.getByRole('button', { name: en('lab.open') }).click();
  const dialog = page.getByRole('dialog', { name: en('lab.title') });
  const numbers = dialog.getByLabel(en('lab.numbers'));
  const many = Array.from({ length: 101 }, (_, n) => `RA${String(100_000_000 + n)}CN`).join('\n');
  for (const [typed, why] of [
    [', ;', en('lab.error.none')],
    [many, en('lab.error.many', { most: 100, n: 101 })],
    ['RA100000000CN\n<b>', en('lab.error.number', { number: '<b>' })],
  ] as const) {
    await numbers.fill(typed);
    await dialog.getByRole('button', { name: en('lab.start') }).click();
    await expect(dialog.getByRole('alert')).toHaveText(why);
    await expect(numbers).toHaveAttribute('aria-invalid', 'true');
  }
  expect((await seamark.call('lab.runs', {})).runs).toEqual([]);
  expect(twin.calls).toEqual([]);
  await numbers.fill('RA100000000CN，RA100000001CN');
  await dialog.getByLabel(en('lab.calls')).fill('1');
  await dialog.getByRole('button', { name: en('lab.start') }).click();
  await expect(dialog.getByRole('row', { name: /17TRACK/ })).toBeVisible();
});

test('the receiver is switched on and tells what to enter; a plain http address is refused', async ({
  page,
  twin,
  seamark,
  open,
}) => {
  expect(twin.url).toContain('127.0.0.1');
  await seamark.call('carriers.save', { source: '17track', credentials: { apiKey: KEY } });
  await seamark.call('carriers.setEnabled', { source: '17track', enabled: true });
  await open('/sources');
  await page.getByRole('switch', { name: en('push.on') }).check();
  await expect(page.getByText(/Listens on port \d+/)).toBeVisible();
  const address = page.getByLabel(en('push.base'));
  await address.fill('https://tunnel.example/a');
  await address.press('Enter');
  const row = page.getByRole('row', { name: /17TRACK/ }).last();
  await expect(row.getByText('https://tunnel.example/a/push/17track')).toBeVisible();
  await expect(row.getByText(en('push.isReady'))).toBeVisible();
  await page.setViewportSize({ width: 900, height: 620 });
  await address.evaluate((field) => field.scrollIntoView({ block: 'end' }));
  await address.fill('no address');
  await address.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: en('refused.address') })).toBeInViewport({
    ratio: 1,
  });
  await address.fill('http://tunnel.example');
  await address.press('Enter');
  await expect(page.getByText(en('fault.bad-input'))).toBeVisible();
  const state = await seamark.call('carriers.push', {});
  expect(state.publicBase).toBe('https://tunnel.example/a');
  // Why a push was refused, and what to do; without a secret it is another reason.
  for (const source of ['17track', 'aftership']) {
    const at = `http://127.0.0.1:${String(state.listening)}/push/${source}`;
    expect((await fetch(at, { method: 'POST', body: '{}' })).status).toBe(401);
  }
  await open('/sources');
  await expect(page.getByRole('row', { name: /17TRACK/ }).last()).toContainText(
    `0 / 1${en('push.refused.bad-signature', { n: '1' })}`,
  );
  await expect(page.getByRole('row', { name: /AfterShip/ }).last()).toContainText(
    `0 / 1${en('push.refused.no-secret', { n: '1' })}`,
  );
});

test('parcels of a file are followed by themselves: calls used, charges of the month and its end are told', async ({
  page,
  twin,
  seamark,
  open,
}) => {
  const ago = (START - Date.now()) / 3_600_000 + 1;
  const rows = NUMBERS.map((number) => ({ number, code: 'F000', ago }));
  await seamark.importFile(seamark.file('a.csv', csvOf(rows)));
  await seamark.call('carriers.save', { source: '17track', credentials: { apiKey: KEY } });
  await seamark.call('carriers.setEnabled', { source: '17track', enabled: true });
  await open('/sources');
  const table = page.getByRole('table', { name: en('schedule.title') });
  const row = table.getByRole('row', { name: /17TRACK/ });
  await expect(row.getByText(en('schedule.used', { used: '2', allowed: '200' }))).toBeVisible();
  expect(twin.calls.map(({ path }) => path.replace(/^.*\//, ''))).toEqual(['register', 'gettrackinfo']);
  const scansOf = async (): Promise<number> => {
    const few = { stage: null, market: null, state: 'all', limit: 5, cursor: null } as const;
    const found = await seamark.call('parcels.page', { ...few, text: NUMBERS[0] ?? '' });
    return found.rows[0]?.events ?? 0;
  };
  await expect.poll(scansOf).toBeGreaterThan(1);
  await open('/today');
  await expect(page.getByRole('button', { name: /^1 tracking service, last good answer/ })).toBeVisible();
  await expect(page.getByText(en('today.noSync'))).toHaveCount(0);
  await open('/parcels/1');
  const timeline = page.getByRole('list', { name: en('parcel.timeline') });
  await expect(timeline).toContainText(/17TRACK · /);
  await expect(timeline).not.toContainText('line 0');
  await open('/sources');
  await row.getByRole('button', { name: en('schedule.change') }).click();
  const dialog = page.getByRole('dialog', { name: en('schedule.changeOf', { name: '17TRACK' }) });
  const allowance = dialog.getByLabel(en('schedule.allowance'));
  for (const [typed, why] of [
    ['-3', en('refused.low', { bound: '0' })],
    ['', en('refused.missing')],
    ['1.5', en('refused.step', { bound: '1' })],
  ] as const) {
    await allowance.fill(typed);
    await expect(dialog.getByRole('alert')).toHaveCount(0);
    await allowance.press('Enter');
    await expect(dialog.getByRole('alert')).toHaveText(why);
    await expect(allowance).toBeFocused();
    await expect(allowance).toHaveAccessibleDescription(new RegExp(why.replace('.', '\\.')));
  }
  await allowance.fill('1');
  await dialog.getByRole('button', { name: en('common.save') }).click();
  await expect(row.getByText(en('schedule.used', { used: '2', allowed: '1' }))).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});

test('an allowance that ends at the service: how many wait for it, and when it is tried again', async ({
  page,
  twin,
  seamark,
  open,
}) => {
  twin.quota.left = 1;
  const scans = NUMBERS.map((number) => ({ number, code: 'F000', ago: 1 }));
  await seamark.importFile(seamark.file('a.csv', csvOf(scans)));
  await seamark.call('carriers.save', { source: '17track', credentials: { apiKey: KEY } });
  await seamark.call('carriers.setEnabled', { source: '17track', enabled: true });
  await open('/sources');
  await expect(
    page.getByText(/^1 refused: the service’s allowance is used up; next try in \d+ h$/),
  ).toBeVisible();
  // Neither that nor anything else pushes the button out of the table.
  await page.setViewportSize({ width: 1440, height: 900 });
  const plan = page.getByRole('region', { name: en('schedule.title'), exact: true });
  expect(await plan.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
});

test('a service that wants to be left alone: the lab says until when and why, and can be stopped', async ({
  page,
  twin,
  seamark,
  open,
}) => {
  twin.order('rate', 40, 'gettrackinfo');
  await seamark.call('carriers.save', { source: '17track', credentials: { apiKey: KEY } });
  await seamark.call('carriers.setEnabled', { source: '17track', enabled: true });
  await open('/sources');
  await page.getByRole('button', { name: en('lab.open') }).click();
  const dialog = page.getByRole('dialog', { name: en('lab.title') });
  await dialog.getByLabel(en('lab.numbers')).fill(NUMBERS.join('\n'));
  await dialog.getByLabel(en('lab.mayCharge')).fill('2');
  await dialog.getByRole('button', { name: en('lab.start') }).click();
  const waits = dialog.getByText(
    /^17TRACK: waiting until \d\d:\d\d:\d\d, because it was asked too fast \(http-429\)/,
  );
  await expect(waits).toBeVisible();
  await page.setViewportSize({ width: 700, height: 900 });
  const lines = await dialog.getByRole('cell', { name: / ms$/ }).evaluate((cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return new Set([...range.getClientRects()].map(({ top }) => top)).size;
  });
  expect(lines).toBe(1);
  await dialog.getByRole('button', { name: en('lab.stop') }).click();
  await expect(dialog.getByRole('button', { name: en('lab.start') })).toBeEnabled();
  await expect(waits).toHaveCount(0);
  await expect(dialog.getByText(en('lab.end.cancelled'))).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  for (const lang of ['en', 'zh-CN'] as const) {
    test.describe(`${theme}, ${lang}`, () => {
      test.use({ settings: { theme, lang } });
      test('a run of the lab: figures side by side, in the row too; axe finds nothing', async ({
        page,
        twin,
        seamark,
        open,
      }) => {
        const t = lang === 'en' ? en : zh;
        twin.order('error-page', 1, 'gettrackinfo');
        await seamark.call('carriers.save', { source: '17track', credentials: { apiKey: KEY } });
        await seamark.call('carriers.setEnabled', { source: '17track', enabled: true });
        await open('/sources');
        await page.getByRole('button', { name: t('lab.open') }).click();
        const dialog = page.getByRole('dialog', { name: t('lab.title') });
        await expect(dialog.getByText(t('lab.none'), { exact: true })).toBeVisible();
        await dialog.getByLabel(t('lab.numbers')).fill(NUMBERS.join('\n'));
        await dialog.getByLabel(t('lab.calls')).fill('4');
        await dialog.getByLabel(t('lab.perSecond')).fill('3');
        await dialog.getByLabel(t('lab.mayCharge')).fill('2');
        await dialog.getByRole('button', { name: t('lab.start') }).click();
        const row = dialog.getByRole('row', { name: /17TRACK/ });
        await expect(row.getByText('75% (3/4)')).toBeVisible();
        await expect(row.getByText('error-page × 1')).toBeVisible();
        expect(await faultsOf(page)).toEqual([]);

        await page.keyboard.press('Escape');
        const service = page.getByRole('row', { name: /17TRACK/ }).first();
        await expect(service.getByRole('img')).toHaveAccessibleName(/1/);
        await expect(service.getByText(t('services.state.good'))).toBeVisible();
        expect(await faultsOf(page)).toEqual([]);
      });
    });
  }
}
