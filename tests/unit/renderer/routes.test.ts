import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Routes from '../../../renderer/app/routes.ts';
import { type FakePage, stubPage } from './page.ts';

let page: FakePage;
let routes: typeof Routes;

beforeEach(async () => {
  vi.resetModules();
  page = stubPage('/queue/7');
  routes = await import('../../../renderer/app/routes.ts');
});
afterEach(() => vi.unstubAllGlobals());

test.each([
  ['/', { view: 'today', id: null }],
  ['/queue', { view: 'queue', id: null }],
  ['/parcels/12', { view: 'parcels', id: 12 }],
  ['/drafts/0', { view: 'drafts', id: null }],
  ['/queue/1e3', { view: 'queue', id: null }],
  ['/queue/-4', { view: 'queue', id: null }],
  ['/nowhere/3', { view: 'today', id: 3 }],
])('%s', (path, route) => expect(routes.parseRoute(path)).toEqual(route));

test('any path at all is some route', () => {
  fc.assert(
    fc.property(fc.string(), (path) => {
      const { view, id } = routes.parseRoute(path);
      expect(routes.VIEWS).toContain(view);
      expect(id === null || (Number.isInteger(id) && id > 0)).toBe(true);
    }),
  );
});

test('every route that can be gone to is read back as itself', () => {
  fc.assert(
    fc.property(fc.constantFrom(...routes.VIEWS), fc.option(fc.integer({ min: 1 })), (view, id) => {
      expect(routes.parseRoute(id === null ? `/${view}` : `/${view}/${String(id)}`)).toEqual({ view, id });
    }),
  );
});

test('going where one is leaves no step; going elsewhere leaves one', () => {
  routes.goTo('queue', 7);
  expect(page.pushed).toEqual([]);
  routes.goTo('parcels', 3);
  routes.goTo('settings');
  expect(page.pushed).toEqual(['/parcels/3', '/settings']);
});
