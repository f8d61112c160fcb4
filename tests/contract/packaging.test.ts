import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { describe, expect, test } from 'vitest';
import { fuseConfig } from '../../scripts/package/fuses.ts';

const root = resolve(import.meta.dirname, '../..');
const require = createRequire(join(root, 'node_modules/electron-builder/package.json'));
const yaml = require('js-yaml') as { load(text: string): Record<string, unknown> };
const config = yaml.load(readFileSync(join(root, 'electron-builder.yml'), 'utf8'));

describe('electron-builder.yml', () => {
  test('fits the schema that electron-builder itself ships', () => {
    const schema = require('app-builder-lib/scheme.json') as object;
    const Ajv = createRequire(join(root, 'node_modules/app-builder-lib/package.json'))('ajv') as new (
      options: object,
    ) => { validate(schema: object, data: unknown): boolean; errors: unknown };
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
    const fits = ajv.validate(schema, config);
    expect(fits ? null : ajv.errors).toBeNull();
  });

  test('names a publisher, so that an update without its signature is refused', () => {
    const win = config['win'] as {
      verifyUpdateCodeSignature: boolean;
      signtoolOptions: { publisherName: string[] };
    };
    expect(win.signtoolOptions.publisherName).toEqual(['Seamark']);
    expect(win.verifyUpdateCodeSignature).toBe(true);
  });

  test('packs the build and nothing of the sources, with integrity checks on', () => {
    expect((config['files'] as string[]).filter((line) => !line.startsWith('!'))).toEqual([
      'out/**',
      'package.json',
    ]);
    expect(config['asar']).toBe(true);
    expect([config['disableAsarIntegrity'], config['disableSanityCheckAsar']]).toEqual([false, false]);
  });
});

test.each(['linux', 'darwin', 'win32'])('every known fuse is decided on %s', (platform) => {
  const fuses = fuseConfig(platform);
  const known = Object.values(FuseV1Options).filter(
    (value): value is FuseV1Options => typeof value === 'number',
  );
  for (const fuse of known) expect(typeof fuses[fuse]).toBe('boolean');
  expect(fuses.strictlyRequireAllFuses).toBe(true);
  expect(fuses[FuseV1Options.RunAsNode]).toBe(false);
  expect(fuses[FuseV1Options.EnableNodeCliInspectArguments]).toBe(false);
  expect(fuses[FuseV1Options.OnlyLoadAppFromAsar]).toBe(true);
});
