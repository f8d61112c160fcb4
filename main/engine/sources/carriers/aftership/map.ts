import type { DriftReader } from '../kit/drift.ts';
import { slugOfName } from '../kit/names.ts';
import { isoInstant, isoZone, makeRows, placeOf, type SourceScan } from '../kit/rows.ts';
import { digest } from '../kit/sign.ts';
import type { Asked, NumberAnswer } from '../kit/types.ts';
import { type Checkpoint, checkpointSchema, type Tracking } from './schema.ts';

/**
 * One tracking as an answer. `raw_tag` is the carrier's own code and the strongest word; the subtag, or the tag where a
 * new subtag has no meaning yet, goes as the word of scheme `aftership`. A checkpoint's time often has no offset: then the
 * carrier's or the market's zone is taken and said.
 */
export function mapTracking(
  tracking: Tracking,
  asked: Pick<Asked, 'number' | 'market' | 'orderNo' | 'orderTime' | 'hash'>,
  deps: { now: number; reader: DriftReader },
): NumberAnswer {
  const { number, market, orderNo, orderTime } = asked;
  const checkpoints = deps.reader.each(checkpointSchema, tracking.checkpoints, 'checkpoints');
  const hash = digest('md5', 'hex', JSON.stringify(checkpoints));
  if (asked.hash === hash) return { kind: 'unchanged', number, hash };
  const whose = slugOfName(tracking.slug);
  const { rows, refused } = makeRows(
    checkpoints.map((each) => scanOf(each, whose)),
    { number, now: deps.now, market, orderNo, orderTime, newestFirst: false },
  );
  const date = tracking.courier_estimated_delivery_date;
  const from = isoInstant(date?.estimated_delivery_date_min ?? date?.estimated_delivery_date);
  const to = isoInstant(date?.estimated_delivery_date_max ?? date?.estimated_delivery_date);
  return {
    kind: 'scans',
    number,
    rows,
    refused,
    hash,
    carrierAnswered: null,
    promised: from === null && to === null ? null : { from, to, by: whose },
  };
}

function scanOf(checkpoint: Checkpoint, whose: string): SourceScan {
  const { checkpoint_time: time, subtag, tag, slug } = checkpoint;
  const carrier = slugOfName(slug);
  return {
    carrier: carrier === 'unknown' ? whose : carrier,
    code: checkpoint.raw_tag,
    scheme: 'aftership',
    status: subtag || tag || null,
    text: checkpoint.message ?? checkpoint.subtag_message,
    lang: null,
    place: checkpoint.location || placeOf(checkpoint.city, checkpoint.state, checkpoint.country_iso3),
    rawTime: time ?? null,
    utc: isoInstant(time),
    zone: isoZone(time, 'offset'),
  };
}
