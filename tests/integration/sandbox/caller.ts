import { createHmac } from 'node:crypto';
import type { ShopeeSandbox } from '../../../main/sandbox/shopee/start.ts';

export interface Holder {
  readonly kind: 'shop' | 'merchant';
  readonly id: number;
  readonly token: string;
}
export interface Heard {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

export interface CallOptions {
  readonly holder?: Holder;
  readonly query?: Record<string, string | number>;
  readonly body?: unknown;
  /** Instead of what would be right. */
  readonly wrong?: {
    readonly key?: string;
    readonly timestamp?: string;
    readonly sign?: string;
    readonly partner?: string;
  };
}

/** A client of a few lines that signs by the guide, for tests of the server: it knows nothing of the engine's client. */
export function callerOf(sandbox: ShopeeSandbox, now: () => number) {
  const { partnerId, partnerKey } = sandbox.credentials;
  const call = async (method: 'GET' | 'POST', name: string, options: CallOptions = {}): Promise<Heard> => {
    const path = `/api/v2/${name}`;
    const { holder, wrong } = options;
    const timestamp = wrong?.timestamp ?? String(Math.floor(now() / 1000));
    const base = `${partnerId}${path}${timestamp}${holder ? `${holder.token}${holder.id}` : ''}`;
    const query = new URLSearchParams({
      partner_id: wrong?.partner ?? String(partnerId),
      timestamp,
      sign:
        wrong?.sign ??
        createHmac('sha256', wrong?.key ?? partnerKey)
          .update(base)
          .digest('hex'),
    });
    if (holder) {
      query.set('access_token', holder.token);
      query.set(`${holder.kind}_id`, String(holder.id));
    }
    for (const [key, value] of Object.entries(options.query ?? {})) query.set(key, String(value));
    const answer = await fetch(`${sandbox.url}${path}?${query}`, {
      method,
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
    const text = await answer.text();
    const json = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
    return { status: answer.status, headers: answer.headers, text, body: json };
  };

  /** Authorises as the seller would and exchanges the code. */
  const connect = async (
    account: 'main' | number = 'main',
    days = 365,
  ): Promise<{ access: string; refresh: string; body: Record<string, unknown> }> => {
    const page = `${sandbox.credentials.authPage}?partner_id=${partnerId}&redirect_uri=http://127.0.0.1:1/back&account=${account}&days=${days}`;
    const redirect = await fetch(page, { redirect: 'manual' });
    const back = new URL(redirect.headers.get('location') ?? '');
    const id = account === 'main' ? 'main_account_id' : 'shop_id';
    const { body } = await call('POST', 'auth/token/get', {
      body: {
        code: back.searchParams.get('code'),
        partner_id: partnerId,
        [id]: Number(back.searchParams.get(id)),
      },
    });
    return { access: String(body['access_token']), refresh: String(body['refresh_token']), body };
  };
  const refresh = (token: string, id: Record<string, number>): Promise<Heard> =>
    call('POST', 'auth/access_token/get', { body: { refresh_token: token, partner_id: partnerId, ...id } });
  return { call, connect, refresh };
}
