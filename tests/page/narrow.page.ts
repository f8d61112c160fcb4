import type { Page } from '@playwright/test';
import { en, expect, focusList, test } from './app.ts';
import { csvOf, failed } from './scans.ts';

/** What reaches out of the window to the right and cannot be scrolled to. */
async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (from: Element): boolean => {
      for (let at: Element | null = from; at && at !== document.body; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (/auto|scroll/.test(style.overflowX) && at.scrollWidth > at.clientWidth) return true;
        // Cut with a sign that there is more, or meant for screen readers only.
        if (style.textOverflow === 'ellipsis' || style.clipPath !== 'none') return true;
      }
      return false;
    };
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        // A drawing shows nothing outside its own frame, and the frame is looked at itself.
        if (element instanceof SVGElement && element.ownerSVGElement !== null) return false;
        const box = element.getBoundingClientRect();
        return box.width > 0 && box.height > 0 && box.right > innerWidth + 1 && !scrolls(element);
      })
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
  });
}

test.describe('700 pixels wide', () => {
  test.use({ viewport: { width: 700, height: 800 }, withSample: true });

  for (const lang of ['en', 'zh-CN'] as const) {
    test.describe(lang, () => {
      test.use({ settings: { lang } });
      test('nothing is cut off to the right on any screen', async ({ page, seamark, open }) => {
        const { rows } = await seamark.call('queue.page', {
          view: 'waiting',
          kind: null,
          market: null,
          text: '',
          limit: 1,
          cursor: null,
        });
        const row = rows[0];
        const draft = await seamark.call('drafts.create', { caseId: row?.id ?? 0, lang: 'en' });
        const paths = [
          '/today',
          '/queue',
          `/queue/${String(row?.id)}`,
          '/parcels',
          '/map',
          `/parcels/${String(row?.parcelId)}`,
          `/drafts/${String(draft.id)}`,
          '/sources',
          '/settings',
          '/calendars',
        ];
        for (const path of paths) {
          await open(path);
          await page.locator('main :is(h1, [role=option], [role=tab]):visible').first().waitFor();
          expect(await cutOff(page), path).toEqual([]);
        }
      });
    });
  }

  test('the detail covers the list, a button leads back', async ({ page, open }) => {
    await open('/queue');
    await focusList(page, 'queue.list');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article')).toBeVisible();
    await expect(page.getByRole('listbox')).toBeHidden();
    // The keys of the case go on working although the list that had the focus is covered.
    await page.keyboard.press('h');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: en('common.back') }).click();
    await expect(page.getByRole('listbox')).toBeVisible();
    await expect(page).toHaveURL(/\/queue$/);
  });
});

test('long texts of every market stay inside their rows', async ({ page, seamark, open }) => {
  const places = [
    'ศูนย์กระจายสินค้าบางนาตราดกิโลเมตรที่ยี่สิบสามจังหวัดสมุทรปราการประเทศไทย',
    'Trung tâm khai thác vận chuyển liên tỉnh khu công nghiệp Tân Bình thành phố Hồ Chí Minh',
    'Centro de Tratamento de Encomendas Internacionais de Curitiba Paraná departamento aduaneiro',
    '超長地名超長地名超長地名超長地名超長地名超長地名超長地名超長地名超長地名超長地名',
    `Unbroken${'x'.repeat(120)}`,
  ];
  const scans = places.flatMap((place, n) => failed(n + 1, 5 + n, { place, text: place }));
  await seamark.importFile(seamark.file('long.csv', csvOf(scans)));
  for (const [path, label] of [
    ['/queue', 'queue.list'],
    ['/parcels', 'parcels.list'],
  ] as const) {
    await open(path);
    const list = await focusList(page, label);
    await expect(list.getByRole('option')).toHaveCount(places.length);
    const broken = await list.getByRole('option').evaluateAll((rows) =>
      rows.flatMap((row) => {
        const box = row.getBoundingClientRect();
        // A line's own box may be a little higher than its row; what it shows may not leave it.
        return [...row.querySelectorAll('span, time')]
          .filter((part) => part.children.length === 0 && part.textContent !== '')
          .map((part) => part.getBoundingClientRect())
          .filter((part) => part.top < box.top || part.bottom > box.bottom || part.right > box.right)
          .map((part) => `${String(box.height)} ${JSON.stringify(part)}`);
      }),
    );
    expect(broken, path).toEqual([]);
  }
  await open('/parcels/5');
  await expect(page.getByRole('article')).toBeVisible();
  expect(await cutOff(page)).toEqual([]);
});
