import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, engineState, expect, quit, test } from './app.ts';
import {
  clickTray,
  decisions,
  importByDialog,
  importDirectly,
  tray,
  watchTray,
  writeSample,
} from './desk.ts';

const waits = (count: number): string =>
  count === 0 ? 'Nothing needs a decision' : `${count} case${count === 1 ? ' needs' : 's need'} a decision`;

test('a first run ends in a copied message: language, import by dialog, take, snooze, undo, draft', async ({
  home,
  start,
}) => {
  const running = await start();
  const { app, page } = running;
  await watchTray(app);
  await expect(page.getByRole('heading', { name: '欢迎使用航标' })).toBeVisible();
  await page.getByText('English', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Welcome to Seamark' })).toBeVisible();
  await expect.poll(async () => (await tray(app)).labels[0]).toBe(waits(0));

  const { path, numbers } = writeSample(home);
  await importByDialog(running, path);
  await page.getByRole('button', { name: 'Go to the queue' }).click();
  const all = await decisions(page);
  expect(all).toBeGreaterThan(2);
  await expect.poll(() => tray(app)).toMatchObject({ tip: `Seamark · ${waits(all)}` });
  expect((await tray(app)).labels[0]).toBe(waits(all));
  await expect(page.getByRole('navigation').getByRole('button', { name: /^Queue/ })).toContainText(
    String(all),
  );

  const list = page.getByRole('listbox', { name: 'Cases' });
  await list.getByRole('option').first().click();
  const detail = page.getByRole('article');
  const number = (await detail.getByRole('button', { name: /^[A-Z]{2,}\d{6,}/ }).textContent()) ?? '';
  expect(numbers).toContain(number);

  const told = (text: string) => page.getByRole('status').filter({ hasText: text });
  await detail.getByRole('button', { name: /^Take/ }).click();
  await expect(told('1 case taken.')).toBeVisible();
  await expect(detail.getByText('taken', { exact: true })).toBeVisible();
  await expect.poll(async () => (await tray(app)).labels[0]).toBe(waits(all - 1));
  await told('1 case taken.').getByRole('button', { name: /^Undo/ }).click();
  await expect(detail.getByText('waiting', { exact: true })).toBeVisible();
  await expect.poll(async () => (await tray(app)).labels[0]).toBe(waits(all));

  await detail.getByRole('button', { name: /^Snooze/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Tomorrow 09:00/ })
    .click();
  await expect(detail.getByText('snoozed', { exact: true })).toBeVisible();
  expect(await decisions(page)).toBe(all - 1);
  await told('1 case snoozed').getByRole('button', { name: /^Undo/ }).click();
  await expect(detail.getByText('waiting', { exact: true })).toBeVisible();
  expect(await decisions(page)).toBe(all);

  await detail.getByRole('button', { name: /^Draft a message/ }).click();
  const message = page.getByRole('textbox', { name: 'Message' });
  await expect(message).not.toHaveValue('');
  await page.getByRole('article').getByRole('button', { name: /^Copy/ }).click();
  await expect(page.getByRole('article').getByText('copied', { exact: true })).toBeVisible();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(await message.inputValue());
});

test('everything is there after a restart: settings, window, cases, drafts; the files stay unreadable', async ({
  home,
  start,
}) => {
  const first = await start();
  await expect.poll(() => engineState(first.page)).toBe('ready');
  await call(first.page, 'shell.set', { lang: 'en' });
  const { path, numbers } = writeSample(home);
  await importDirectly(first.page, path);
  const page1 = await call(first.page, 'queue.page', {
    view: 'waiting',
    kind: null,
    market: null,
    text: '',
    limit: 10,
    cursor: null,
  });
  const worst = page1.ok ? page1.value.rows[0] : undefined;
  if (!worst) throw new Error('The sample opened no case.');
  await call(first.page, 'cases.accept', { caseIds: [worst.id] });
  const draft = await call(first.page, 'drafts.create', { caseId: worst.id, lang: 'en' });
  if (!draft.ok) throw new Error(draft.error.code);
  await call(first.page, 'drafts.edit', { draftId: draft.value.id, text: 'In my own words.' });
  // Theme by its switch in Settings.
  await first.page
    .getByRole('navigation')
    .getByRole('button', { name: /^Settings/ })
    .click();
  await first.page.getByText('Dark', { exact: true }).click();
  await expect(first.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await first.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  const bounds = { x: 60, y: 40, width: 1111, height: 777 };
  await first.app.evaluate(
    ({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place),
    bounds,
  );
  const before = await call(first.page, 'app.status', {});
  expect(await quit(first)).toBe(0);

  for (const file of ['seamark.db', 'seamark.db-wal'].map((name) => join(home, name)).filter(existsSync)) {
    const bytes = readFileSync(file).toString('latin1');
    expect(bytes).not.toContain('SQLite format');
    expect(numbers.filter((number) => bytes.includes(number))).toEqual([]);
  }

  const second = await start();
  await expect(second.page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(() => engineState(second.page)).toBe('ready');
  expect(
    await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds()),
  ).toEqual(bounds);
  const after = await call(second.page, 'app.status', {});
  const figures = (status: typeof before) =>
    status.ok
      ? { parcels: status.value.parcels, decisions: status.value.decisions, drafts: status.value.drafts }
      : status.error.code;
  expect(figures(after)).toEqual(figures(before));
  const kept = await call(second.page, 'queue.case', { caseId: worst.id });
  expect(kept.ok && kept.value.row.state).toBe('accepted');
  await second.page
    .getByRole('navigation')
    .getByRole('button', { name: /^Drafts/ })
    .click();
  await second.page.getByRole('listbox', { name: 'Drafts' }).getByRole('option').first().click();
  await expect(second.page.getByRole('textbox', { name: 'Message' })).toHaveValue('In my own words.');
});

test('the tray speaks the language of the interface and brings the queue back', async ({ start }) => {
  const { app, page } = await start();
  await watchTray(app);
  await expect.poll(() => engineState(page)).toBe('ready');
  await call(page, 'shell.set', { lang: 'en' });
  await expect.poll(async () => (await tray(app)).labels.at(-1)).toBe('Quit Seamark');
  await call(page, 'shell.set', { lang: 'zh-CN' });
  await expect.poll(async () => (await tray(app)).labels).toContain('打开待办队列');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await clickTray(app, 'open');
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
  await expect(page).toHaveURL(/\/queue$/);
  await clickTray(app, 'import');
  await expect(page.getByRole('dialog', { name: '导入轨迹文件' })).toBeVisible();
});

test('a click on a real notification opens a case of its kind', async ({ home, start }) => {
  const { app, page } = await start();
  await expect.poll(() => engineState(page)).toBe('ready');
  await call(page, 'shell.set', { lang: 'en' });
  const dunst = (...command: string[]): string => execFileSync('dunstctl', command, { encoding: 'utf8' });
  dunst('close-all');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  await importDirectly(page, writeSample(home).path);
  await expect.poll(() => Number(dunst('count', 'displayed'))).toBeGreaterThan(0);
  dunst('action', '0');
  await expect(page).toHaveURL(/\/queue\/\d+$/);
  await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toHaveText(
    /^(No movement|Delivery failed|Held by customs|Return started)$/,
  );
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false);
});
