import { z } from 'zod';
import { jsonOf } from '../../push/json.ts';
import type { PushScheme } from '../../push/types.ts';
import { answerWith } from '../kit/answer.ts';
import { createDriftReader, words } from '../kit/drift.ts';
import { sameSignature } from '../kit/sign.ts';
import { kuaidi100Push } from '../kit/signatures.ts';
import { lineSchema, resultSchema, scanOf } from './map.ts';

const schema = z.looseObject({
  status: words(['polling', 'shutdown', 'abort', 'updateall']),
  lastResult: resultSchema.nullish(),
});

/** Kuaidi100's push: a form with `param` and `sign`. It repeats until it hears its own words for "received". */
export function kuaidi100Scheme(salt: string): PushScheme {
  const paramOf = (text: string): string => new URLSearchParams(text).get('param') ?? '';
  return {
    source: 'kuaidi100',
    verify: (push) =>
      sameSignature(
        new URLSearchParams(push.text).get('sign')?.toUpperCase() ?? null,
        kuaidi100Push(paramOf(push.text), salt),
      ),
    sentAt: () => null,
    read: (push, context) => {
      const reader = createDriftReader('kuaidi100', 'webhook', context.onDrift);
      const read = reader.read(schema, jsonOf(paramOf(push.text)));
      const number = read?.lastResult?.nu ?? null;
      if (!read || number === null) return [{ kind: 'nothing', why: 'unreadable' }];
      const company = read.lastResult?.com ?? 'unknown';
      const scans = reader
        .each(lineSchema, read.lastResult?.data, 'lastResult.data')
        .map((line) => scanOf(line, company));
      const asked = { number, hash: null, ...context.factsOf(number) };
      const answer = answerWith(scans, asked, { now: context.now, newestFirst: true });
      const ended = read.status === 'shutdown' || read.status === 'abort';
      return [
        answer.kind === 'scans' && answer.rows.length > 0
          ? { kind: 'scans', number, rows: answer.rows, hash: answer.hash }
          : { kind: 'nothing', why: read.status ?? 'no-scans' },
        ...(ended ? [{ kind: 'stopped' as const, number }] : []),
      ];
    },
    reply: {
      status: 200,
      type: 'application/json',
      body: '{"result":true,"returnCode":"200","message":"成功"}',
    },
  };
}
