import type { TroubleKind } from '#shared/model/case.ts';
import type { Moments } from './combine.ts';

/**
 * INVENTED. Days that a trouble adds to what is left, by our own judgement: median and how many times longer one in ten
 * takes. They widen a range rather than move it much; whoever looks at a parcel in trouble has to see that little is known.
 */
const TROUBLE_DAYS: Readonly<Record<TroubleKind, { readonly days: number; readonly longest: number }>> = {
  silence: { days: 1, longest: 3 },
  'delivery-failed': { days: 1, longest: 2.5 },
  'customs-hold': { days: 3, longest: 3 },
  'return-started': { days: 6, longest: 3 },
};

const P90 = 1.2816;

/** A delay as the moments of a lognormal with its median and its 90th percentile. */
export function delayOf(days: number, longest: number): Moments {
  const spread = Math.log(Math.max(1.01, longest)) / P90;
  const square = spread * spread;
  const mean = days * Math.exp(square / 2);
  return { mean, variance: mean * mean * Math.expm1(square) };
}

export function troubleOf(kind: TroubleKind): Moments {
  const { days, longest } = TROUBLE_DAYS[kind];
  return delayOf(days, longest);
}
