import { jsonOf } from '../../push/json.ts';
import type { PushContent, PushScheme } from '../../push/types.ts';
import { answerWith } from '../kit/answer.ts';
import { createDriftReader } from '../kit/drift.ts';
import { sameSignature } from '../kit/sign.ts';
import { jtDigest } from '../kit/signatures.ts';
import { scanOf, scanSchema, traceSchema } from './map.ts';

const contentOf = (text: string): string => new URLSearchParams(text).get('bizContent') ?? '';

/** J&T's push: a form whose `bizContent` is signed in the header `digest`. It wants its own words for "received". */
export function jtScheme(credentials: { country: string; privateKey: string }): PushScheme {
  return {
    source: 'jt',
    verify: (push) =>
      sameSignature(push.header('digest'), jtDigest(contentOf(push.text), credentials.privateKey)),
    sentAt: () => null,
    read: (push, context) => {
      const reader = createDriftReader('jt', 'webhook', context.onDrift);
      const body = jsonOf(contentOf(push.text));
      const traces = reader.each(traceSchema, Array.isArray(body) ? body : [body], 'bizContent');
      if (traces.length === 0) return [{ kind: 'nothing', why: 'unreadable' }];
      return traces.map((trace): PushContent => {
        const number = trace.billCode;
        const scans = reader
          .each(scanSchema, trace.details, 'details')
          .map((scan) => scanOf(scan, credentials.country));
        const asked = { number, hash: null, ...context.factsOf(number) };
        const answer = answerWith(scans, asked, { now: context.now, newestFirst: true });
        return answer.kind === 'scans' && answer.rows.length > 0
          ? { kind: 'scans', number, rows: answer.rows.map((row) => ({ ...row, seq: null })), hash: '' }
          : { kind: 'nothing', why: 'no-scans' };
      });
    },
    reply: { status: 200, type: 'application/json', body: '{"code":"1","msg":"success","data":null}' },
  };
}
