import type { StartFailure } from '#shared/contract/faults.ts';
import type { UiLang } from '#shared/contract/shell.ts';
import { faultText } from '#shared/text/faultText.ts';
import { translate } from '#shared/text/translate.ts';
import { CASE_KINDS } from '#shared/model/case.ts';
import { REFUSALS } from '#shared/model/import.ts';
import type { Fault } from '#shared/result.ts';
import type { ImportSummary } from './import.ts';
import type { SampleSummary } from './sample/run.ts';

/** The terminal speaks the language of its environment: Chinese where LANG says so, else English. */
const lang: UiLang = /^zh/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'zh-CN' : 'en';

/** How the command line is used. */
export function usage(): string {
  return `${translate(lang, 'headless.usage')}\n`;
}

/** One line for a store that did not open. */
export function startFailureLine(failure: StartFailure): string {
  const facts = Object.entries(failure.detail).map(([name, value]) => `${name}=${String(value)}`);
  return `${translate(lang, `headless.start.${failure.code}`)} [${failure.code}${facts.length > 0 ? `; ${facts.join(', ')}` : ''}]\n`;
}

/** Cases by kind, in the words of the queue. */
function caseLines(cases: Readonly<Record<string, number>>): string[] {
  const known = CASE_KINDS.filter((kind) => (cases[kind] ?? 0) > 0);
  return known.map((kind) => `  ${translate(lang, `kind.${kind}`)}: ${cases[kind] ?? 0}`);
}

/** Why rows were refused and what to do; a reason that has no words goes by its code alone. */
function refusalText(reason: string): string {
  const known = REFUSALS.find((each) => each === reason);
  return known === undefined ? '' : translate(lang, `refusal.${known}`);
}

export const wordsFor = {
  keyMade: (path: string): string => `${translate(lang, 'headless.key-made', { path })}\n`,
  keyOpen: (path: string): string => `${translate(lang, 'headless.key-open', { path })}\n`,
  sample: (): string => `${translate(lang, 'headless.sample')}\n`,
  fault: (fault: Fault): string => `${faultText(lang, fault)} [${fault.code}]\n`,
  sampleSummary: (summary: SampleSummary): string => {
    const cases = Object.values(summary.cases).reduce((sum, n) => sum + n, 0);
    const facts = {
      ...summary,
      ...{ cases, share: summary.apiSuccessShare, median: summary.scanDelayHours.median },
      ...{ p90: summary.scanDelayHours.p90, scanDelayHours: null },
    };
    const lines = [translate(lang, 'headless.sample-summary', facts), ...caseLines(summary.cases)];
    return `${lines.join('\n')}\n`;
  },
  summary: (summary: ImportSummary): string => {
    const cases = Object.values(summary.cases).reduce((sum, n) => sum + n, 0);
    const lines = [
      translate(lang, 'headless.summary', { ...summary, cases, refusedBy: null, notes: null }),
      ...caseLines(summary.cases),
      ...Object.entries(summary.refusedBy).map(
        ([reason, n]) => `  ${n} × ${refusalText(reason)} [${reason}]`,
      ),
    ];
    return `${lines.join('\n')}\n`;
  },
};
