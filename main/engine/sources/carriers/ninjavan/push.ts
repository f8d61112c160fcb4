import { jsonOf } from '../../push/json.ts';
import type { PushScheme } from '../../push/types.ts';
import { answerWith } from '../kit/answer.ts';
import { createDriftReader } from '../kit/drift.ts';
import { sameSignature } from '../kit/sign.ts';
import { hmacPush } from '../kit/signatures.ts';
import { scanOf } from './map.ts';
import { eventSchema } from './schema.ts';

/** Ninja Van's push: one event, signed in `x-ninjavan-hmac-sha256` with the client secret. It may come more than once. */
export function ninjavanScheme(credentials: { country: string; clientSecret: string }): PushScheme {
  return {
    source: 'ninjavan',
    verify: (push) =>
      sameSignature(push.header('x-ninjavan-hmac-sha256'), hmacPush(push.bytes, credentials.clientSecret)),
    sentAt: () => null,
    read: (push, context) => {
      const reader = createDriftReader('ninjavan', 'webhook', context.onDrift);
      const event = reader.read(eventSchema, jsonOf(push.text));
      const number = event?.tracking_id ?? '';
      if (!event || number === '') return [{ kind: 'nothing', why: 'unreadable' }];
      const asked = { number, hash: null, ...context.factsOf(number) };
      const answer = answerWith([scanOf(event, credentials.country)], asked, {
        now: context.now,
        newestFirst: false,
      });
      return answer.kind === 'scans' && answer.rows.length > 0
        ? // One event is not the list: it must not pass for the whole answer's fingerprint.
          [{ kind: 'scans', number, rows: answer.rows.map((row) => ({ ...row, seq: null })), hash: '' }]
        : [{ kind: 'nothing', why: 'no-scans' }];
    },
    reply: { status: 200, type: 'text/plain', body: '' },
  };
}
