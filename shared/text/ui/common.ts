import { defineTexts } from '../define.ts';

/** Words that more than one feature uses. One word per thing: see `glossary.ts`. */
export const commonTexts = defineTexts({
  'app.name': { en: 'Seamark', 'zh-CN': '航标' },
});
