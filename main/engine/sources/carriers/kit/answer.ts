import { makeRows, type SourceScan } from './rows.ts';
import { digest } from './sign.ts';
import { type Asked, faultOf, type NumberAnswer } from './types.ts';

type Facts = Pick<Asked, 'number' | 'market' | 'orderNo' | 'orderTime' | 'hash'>;

/** A list of scans as the answer for one number, with a digest of the list as the change test. */
export function answerWith(
  scans: readonly SourceScan[],
  asked: Facts,
  options: { now: number; newestFirst: boolean },
): NumberAnswer {
  const { number, market, orderNo, orderTime } = asked;
  if (scans.length === 0) return { kind: 'fault', number, fault: faultOf('no-info-yet', 'empty') };
  const hash = digest('md5', 'hex', JSON.stringify(scans));
  if (asked.hash === hash) return { kind: 'unchanged', number, hash };
  const { rows, refused } = makeRows(scans, { number, market, orderNo, orderTime, ...options });
  return { kind: 'scans', number, rows, refused, hash, carrierAnswered: null, promised: null };
}
