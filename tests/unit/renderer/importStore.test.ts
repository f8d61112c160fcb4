import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_IMPORT_OPTIONS } from '#shared/model/import.ts';
import type * as Store from '../../../renderer/features/imports/store.ts';
import { stubPage } from './page.ts';

let store: typeof Store;
beforeEach(async () => {
  vi.resetModules();
  stubPage();
  store = await import('../../../renderer/features/imports/store.ts');
});
afterEach(() => vi.unstubAllGlobals());

test('what was said about one file does not go with the next', () => {
  const options = { ...DEFAULT_IMPORT_OPTIONS, carrier: 'YunExpress', dateOrder: 'month-first' as const };
  store.wizard.setState({ open: true, step: 'map', path: '/one.csv', options });
  store.chooseAnother();
  expect(store.wizard.getState()).toMatchObject({
    ...{ open: true, step: 'choose', path: null, preview: null, fault: null },
    options: DEFAULT_IMPORT_OPTIONS,
  });
});
