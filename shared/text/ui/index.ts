import { commonTexts } from './common.ts';
import { faultTexts } from './faults.ts';
import { headlessTexts } from './headless.ts';
import { importTexts } from './imports.ts';
import { nodeTexts } from './nodes.ts';

/** Every message of the interface. A feature adds its file here. */
export const uiTexts = {
  ...commonTexts,
  ...faultTexts,
  ...headlessTexts,
  ...importTexts,
  ...nodeTexts,
};

export type UiKey = keyof typeof uiTexts;
