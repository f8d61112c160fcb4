import type { Clock } from '../../../ports.ts';
import type { HttpQuestion } from './http.ts';
import { faultOf, type SourceFault } from './types.ts';

export type TokenAnswer =
  | { readonly ok: true; readonly token: string; readonly lastsMs: number }
  | { readonly ok: false; readonly fault: SourceFault };

/** The question for a token: the credentials as a JSON body. A 400 says that they are wrong. */
export function tokenQuestion(path: string, credentials: Readonly<Record<string, string>>): HttpQuestion {
  return {
    call: 'token',
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
    numbers: 0,
    judge: (_body, status) => (status === 400 ? faultOf('auth', 'http-400') : null),
  };
}

/** Renewed a little before its end, so that no question goes out with a token that ends on the way. */
const EARLY = 60_000;

/** Keeps an access token until shortly before its end; `drop` after the service refused it. */
export function createToken(
  fetchToken: (signal: AbortSignal) => Promise<TokenAnswer>,
  clock: Clock,
): { get(signal: AbortSignal): Promise<TokenAnswer>; drop(): void } {
  let kept: { token: string; until: number } | null = null;
  return {
    get: async (signal) => {
      const now = clock.now();
      if (kept && kept.until > now) return { ok: true, token: kept.token, lastsMs: kept.until - now };
      const answer = await fetchToken(signal);
      kept = answer.ok ? { token: answer.token, until: now + Math.max(0, answer.lastsMs - EARLY) } : null;
      return answer;
    },
    drop: () => {
      kept = null;
    },
  };
}
