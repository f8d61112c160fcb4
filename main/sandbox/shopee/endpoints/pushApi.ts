import { type Call, type Endpoint, get, post, wholeIn } from '../call.ts';
import { type Json, refuse, type Reply, seconds, wrapped, flat } from '../reply.ts';

/** Codes that can be switched on and off; the sandbox never has a reason to send 15 and 47. */
const PUSH_CODES = [1, 2, 3, 4, 10, 12, 15, 28, 29, 30, 47] as const;

const numbersIn = (call: Call, name: string): number[] => {
  const given = call.body[name];
  return Array.isArray(given) ? given.map(Number).filter(Number.isInteger) : [];
};

function lost(call: Call): Reply {
  const all = call.desk.push.lost(call.now);
  const part = all.slice(0, 100);
  return wrapped(
    {
      push_message_list: part.map((push): { [key: string]: Json } => ({
        ...(push.shopId === null ? {} : { shop_id: push.shopId }),
        code: push.code,
        timestamp: seconds(push.lostAt),
        // The whole original push as a text.
        data: JSON.stringify(push.body),
      })),
      has_next_page: all.length > part.length,
      last_message_id: part.at(-1)?.id ?? 0,
    },
    { warning: '' },
  );
}

function confirm(call: Call): Reply {
  call.desk.push.confirm(wholeIn(call, 'last_message_id', { min: 0, max: 4_294_967_295 }));
  return flat({ warning: '' });
}

function config(call: Call): Reply {
  const { push } = call.desk;
  return wrapped({
    callback_url: push.callbackUrl,
    live_push_status: 'Normal',
    suspended_time: 0,
    blocked_shop_id: [...push.blocked],
    push_config_on_list: PUSH_CODES.filter((code) => !push.off.has(code)),
    push_config_off_list: PUSH_CODES.filter((code) => push.off.has(code)),
  });
}

function setConfig(call: Call): Reply {
  const { push } = call.desk;
  const url = call.body['callback_url'];
  if (typeof url === 'string') {
    if (!URL.canParse(url)) return refuse('error_param', 'callback_url is invalid');
    push.callbackUrl = url;
  }
  for (const code of numbersIn(call, 'set_push_config_on')) push.off.delete(code);
  for (const code of numbersIn(call, 'set_push_config_off')) push.off.add(code);
  if (Array.isArray(call.body['blocked_shop_id_list'])) {
    push.blocked.clear();
    for (const shop of numbersIn(call, 'blocked_shop_id_list').slice(0, 500)) push.blocked.add(shop);
  }
  return wrapped({ result: 'success' });
}

export const pushEndpoints: readonly Endpoint[] = [
  get('push/get_lost_push_message', lost, 'public'),
  post('push/confirm_consumed_lost_push_message', confirm, 'public'),
  get('push/get_app_push_config', config, 'public'),
  post('push/set_app_push_config', setConfig, 'public'),
];
