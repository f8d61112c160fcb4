import type { UiLang } from '../contract/shell.ts';
import { IMPORT_FIELDS, type ImportField } from '../model/import.ts';
import type { Fault } from '../result.ts';
import type { TextValues } from './define.ts';
import { translate } from './translate.ts';

const isField = (name: string): name is ImportField => (IMPORT_FIELDS as readonly string[]).includes(name);

/**
 * The sentence for a fault. Fields of a file that it names are called as the mapping step calls them; `heading` is the first
 * of these names, which a file's column may be headed with, too.
 */
export function faultText(lang: UiLang, { code, detail }: Fault): string {
  const fields = detail?.['fields'];
  if (typeof fields !== 'string') return translate(lang, `fault.${code}`, detail as TextValues | undefined);
  const names = fields.split(', ').map((name) => (isField(name) ? translate(lang, `field.${name}`) : name));
  return translate(lang, `fault.${code}`, {
    ...detail,
    fields: names.join(lang === 'zh-CN' ? '、' : ', '),
    heading: names[0] ?? '',
  });
}
