import type { Pair } from './vault.ts';

/** Above this the number is no duration: one published answer has a point in time there. */
const A_POINT_IN_TIME = 1e9;
/** Access tokens live four hours; this is assumed where an answer does not say. */
const ASSUMED_SECONDS = 3 * 3600;

/** The pair of an answer, or null where one of its halves is missing. `now` is epoch ms by our clock. */
export function pairOf(
  answer: {
    readonly access_token: string | null;
    readonly refresh_token: string | null;
    readonly expire_in: number | null;
  },
  now: number,
): Pair | null {
  if (!answer.access_token || !answer.refresh_token) return null;
  const seconds = answer.expire_in !== null && answer.expire_in > 0 ? answer.expire_in : ASSUMED_SECONDS;
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresAt: seconds > A_POINT_IN_TIME ? seconds * 1000 : now + seconds * 1000,
  };
}
