import { describe, expect, it } from 'vitest';
import { UI_LANGS } from '#shared/contract/shell.ts';
import { faultText } from '#shared/text/faultText.ts';

describe('the sentence for a fault', () => {
  it('calls the fields that have no column as the mapping step does', () => {
    const fault = { code: 'mapping-incomplete', detail: { fields: 'text, time' } } as const;
    expect(faultText('en', fault)).toBe(
      'No column is set for: Scan text, Time. Choose one in the mapping step, or give it a heading in the file: “Scan text”.',
    );
    expect(faultText('zh-CN', fault)).toBe(
      '以下字段还没有对应的列：轨迹描述、时间。请在映射步骤中选择，或在文件中为该列加上表头“轨迹描述”。',
    );
  });

  it('says where a file ends too early, in one language only, and nothing where nobody knows', () => {
    for (const lang of UI_LANGS) {
      const said = (line: number | null): string =>
        faultText(lang, { code: 'file-truncated', detail: { file: 'a.csv', line } });
      expect(said(7)).toContain('7');
      expect(said(null)).not.toMatch(/null|\{|7/);
      expect(faultText(lang, { code: 'file-row-open', detail: { file: 'a.csv', line: 7 } })).toMatch(
        /7.*a\.csv|a\.csv.*7/,
      );
    }
    expect(faultText('zh-CN', { code: 'file-truncated', detail: { file: 'a', line: 7 } })).not.toMatch(
      /line|row/,
    );
  });
});
