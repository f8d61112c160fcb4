import { z } from 'zod';
import { jsonOf } from '../../push/json.ts';
import type { PushScheme } from '../../push/types.ts';
import { createDriftReader, text, words } from '../kit/drift.ts';
import { sameSignature } from '../kit/sign.ts';
import { track17Push } from '../kit/signatures.ts';
import { mapTrackInfo } from './map.ts';

const schema = z.looseObject({
  event: words(['TRACKING_UPDATED', 'TRACKING_STOPPED']),
  data: z.looseObject({ number: z.string(), carrier: text, track_info: z.unknown().optional() }),
});

/** 17TRACK's push: the whole `track_info`, signed in the header `sign`. Any 200 is "received". */
export function track17Scheme(apiKey: string): PushScheme {
  return {
    source: '17track',
    verify: (push) => sameSignature(push.header('sign'), track17Push(push.bytes, apiKey)),
    sentAt: () => null,
    read: (push, context) => {
      const reader = createDriftReader('17track', 'webhook', context.onDrift);
      const read = reader.read(schema, jsonOf(push.text));
      if (!read) return [{ kind: 'nothing', why: 'unreadable' }];
      const { number, track_info: info } = read.data;
      if (read.event === 'TRACKING_STOPPED') return [{ kind: 'stopped', number }];
      if (info === undefined || info === null) return [{ kind: 'nothing', why: read.event ?? 'no-info' }];
      const facts = context.factsOf(number);
      const mapped = mapTrackInfo(info, { number, hash: null, ...facts }, { now: context.now, reader });
      return mapped.kind === 'scans'
        ? [{ kind: 'scans', number, rows: mapped.rows, hash: mapped.hash }]
        : [{ kind: 'nothing', why: 'no-scans' }];
    },
    reply: { status: 200, type: 'text/plain', body: 'success' },
  };
}
