import { explainText } from '../../../../../main/engine/journey/normalise/read.ts';

/** Lines of `text => NODE/REASON|NODE`, as text and the meanings that are all right. */
export function sentences(lines: string): [string, string[]][] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [text = '', wanted = ''] = line.split(' => ');
      return [text, wanted.split('|')];
    });
}

/** What a text by itself is said to mean: its node, with the reason where one of the wanted meanings names one. */
export function said(text: string, wanted: readonly string[]): string {
  const { found } = explainText(text);
  if (!found) return 'null';
  return wanted.some((one) => one.includes('/') && one.startsWith(found.node))
    ? `${found.node}/${found.reason ?? 'none'}`
    : found.node;
}
