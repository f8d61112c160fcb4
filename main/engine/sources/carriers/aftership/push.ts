import { z } from 'zod';
import { jsonOf } from '../../push/json.ts';
import type { PushScheme } from '../../push/types.ts';
import { createDriftReader, text } from '../kit/drift.ts';
import { sameSignature } from '../kit/sign.ts';
import { hmacPush } from '../kit/signatures.ts';
import { mapTracking } from './map.ts';
import { trackingSchema } from './schema.ts';

const schema = z.looseObject({ event: text, msg: trackingSchema });

/**
 * AfterShip's push: the tracking as in an answer, signed in `aftership-hmac-sha256` (its sister products use other headers).
 * It repeats up to fourteen times until it hears 2xx. The time stamp is inside the signed body, but a repeat keeps it, so
 * it tells no replay.
 */
export function aftershipScheme(webhookSecret: string): PushScheme {
  return {
    source: 'aftership',
    verify: (push) =>
      sameSignature(push.header('aftership-hmac-sha256'), hmacPush(push.bytes, webhookSecret)),
    sentAt: () => null,
    read: (push, context) => {
      const reader = createDriftReader('aftership', 'webhook', context.onDrift);
      const read = reader.read(schema, jsonOf(push.text));
      if (!read) return [{ kind: 'nothing', why: 'unreadable' }];
      const number = read.msg.tracking_number;
      const facts = context.factsOf(number);
      const mapped = mapTracking(read.msg, { number, hash: null, ...facts }, { now: context.now, reader });
      return mapped.kind === 'scans' && mapped.rows.length > 0
        ? [{ kind: 'scans', number, rows: mapped.rows, hash: mapped.hash }]
        : [{ kind: 'nothing', why: 'no-scans' }];
    },
    reply: { status: 200, type: 'text/plain', body: '' },
  };
}
