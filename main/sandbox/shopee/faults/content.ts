import type { Reply } from '../reply.ts';
import type { Fields, Json } from '../reply.ts';
import {
  withAllNulls,
  withEmptyNulls,
  withExtraFields,
  withStrangeStatuses,
  withStrangeValues,
  withTextNumbers,
} from './change.ts';
import type { FaultKind } from './kinds.ts';
import type { Struck } from './injector.ts';

/** Faults that change what a right answer says. */
export const CONTENT: ReadonlySet<FaultKind> = new Set([
  'duplicate-page',
  'endless',
  'vanish',
  'batch-partial',
  'no-number',
  'extra-fields',
  'strange-values',
  'strange-everywhere',
  'text-numbers',
  'empty-nulls',
  'all-nulls',
]);

type Response = { readonly [key: string]: Json | undefined };
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const snOf = (entry: Json): string => {
  const object = typeof entry === 'object' && entry !== null ? (entry as { readonly order_sn?: Json }) : {};
  return typeof object.order_sn === 'string' ? object.order_sn : '';
};

/** One success of a batch becomes a failure. */
function partly(response: Response): Response {
  const { success_list: done, fail_list: failed, result_list: results } = response;
  if (isList(done) && isList(failed) && done.length > 0) {
    const [first, ...rest] = done;
    const entry = { ...(first as { [key: string]: Json }), fail_reason: 'Inner error, please try later.' };
    return { ...response, success_list: rest, fail_list: [...failed, entry] };
  }
  if (isList(results) && results.length > 0) {
    const [first, ...rest] = results;
    const entry = {
      ...(first as { [key: string]: Json }),
      fail_error: 'error_network',
      fail_message: 'Inner error, please try later. [4]',
    };
    return { ...response, result_list: [entry, ...rest] };
  }
  return response;
}

function changed(response: Response, { fault, value }: Struck, cursor: string): Response | null {
  const list = response['order_list'];
  switch (fault) {
    case 'duplicate-page':
      return isList(list) && response['more'] === true ? { ...response, next_cursor: cursor } : response;
    case 'endless':
      return isList(list) ? { ...response, more: true, order_list: [], next_cursor: cursor } : response;
    case 'vanish': {
      if (!isList(list)) return response;
      const left = typeof value === 'string' ? list.filter((entry) => snOf(entry) !== value) : list.slice(1);
      return left.length === 0 && list.length > 0 ? null : { ...response, order_list: left };
    }
    case 'batch-partial':
      return partly(response);
    case 'no-number': {
      const { success_list: done } = response;
      if (isList(done)) {
        return {
          ...response,
          success_list: done.map((entry) => ({ ...(entry as { [key: string]: Json }), tracking_number: '' })),
        };
      }
      return 'tracking_number' in response ? { ...response, tracking_number: '' } : response;
    }
    default:
      return response;
  }
}

const FIELDS: Partial<Record<FaultKind, (fields: Fields) => Fields>> = {
  'extra-fields': withExtraFields,
  'strange-values': withStrangeValues,
  'strange-everywhere': withStrangeStatuses,
  'text-numbers': withTextNumbers,
  'empty-nulls': withEmptyNulls,
  'all-nulls': withAllNulls,
};

/** Applies the faults to a successful answer; an answer with an error stays as it is. */
export function spoil(reply: Reply, faults: readonly Struck[], cursor: string): Reply {
  if (reply.kind !== 'json' || reply.fields['error'] !== '') return reply;
  let { fields } = reply;
  for (const struck of faults) {
    const change = FIELDS[struck.fault];
    const response = fields['response'];
    if (change) fields = change(fields);
    else if (typeof response === 'object' && response !== null && !Array.isArray(response)) {
      const next = changed(response as Response, struck, cursor);
      if (next === null) {
        const error = {
          error: 'error_not_found',
          message: 'Wrong parameters, detail: the order is not found.',
        };
        return { kind: 'json', status: 200, fields: error };
      }
      fields = { ...fields, response: next };
    }
  }
  return { ...reply, fields };
}
