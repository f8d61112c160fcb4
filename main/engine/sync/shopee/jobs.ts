import type { PackageRow, TaskRow, WindowRow } from '../../store/types.ts';
import type { Weight } from '../manners/index.ts';
import type { SyncShop, WireName } from './gate.ts';
import type { Due } from './journal.ts';
import { phaseOf } from './schedule.ts';

/** One call that could be made now. */
export type Job = { readonly shop: SyncShop; readonly priority: number; readonly weight: Weight } & (
  | { readonly kind: 'window'; readonly window: WindowRow }
  | { readonly kind: 'details'; readonly orders: Due['details'] }
  | { readonly kind: 'numbers'; readonly packages: readonly PackageRow[] }
  | { readonly kind: 'track'; readonly asked: PackageRow }
  | { readonly kind: 'task'; readonly task: TaskRow }
);

export const PAGE_SIZE = 100;
export const BATCH = 50;

/** What comes first: what a decision may hang on, then what is new, then the past. */
const PRIORITY = {
  follow: 0,
  details: 1,
  numbers: 2,
  gap: 3,
  moving: 4,
  task: 5,
  load: 6,
  ended: 7,
} as const;

const LATEST_FIRST: Readonly<Record<WindowRow['kind'], number>> = {
  follow: PRIORITY.follow,
  gap: PRIORITY.gap,
  load: PRIORITY.load,
};

/** The calls that what is due of a shop asks for, most important first. */
export function jobsOf(shop: SyncShop, due: Due): Job[] {
  const jobs: Job[] = due.windows.map((window) => ({
    kind: 'window',
    shop,
    window,
    priority: LATEST_FIRST[window.kind],
    weight: window.kind === 'load' ? 'idle' : 'urgent',
  }));
  if (due.details.length > 0) {
    jobs.push({ kind: 'details', shop, orders: due.details, priority: PRIORITY.details, weight: 'urgent' });
  }
  if (due.numbers.length > 0) {
    jobs.push({ kind: 'numbers', shop, packages: due.numbers, priority: PRIORITY.numbers, weight: 'usual' });
  }
  for (const asked of due.tracking) {
    const ended = phaseOf(asked.status) === 'delivered' || phaseOf(asked.status) === 'dead';
    jobs.push({
      kind: 'track',
      shop,
      asked,
      priority: ended ? PRIORITY.ended : PRIORITY.moving,
      weight: ended ? 'idle' : 'usual',
    });
  }
  for (const task of due.tasks) {
    jobs.push({ kind: 'task', shop, task, priority: PRIORITY.task, weight: 'usual' });
  }
  return jobs.toSorted((a, b) => a.priority - b.priority);
}

/** Whether the same thing failed last time, so that this call is likely to fail, too. */
export function isRisky(job: Job): boolean {
  switch (job.kind) {
    case 'details':
      return (job.orders[0]?.max ?? BATCH) < BATCH;
    case 'track':
      return job.asked.trackTries > 0;
    case 'task':
      return job.task.tries > 0;
    case 'window':
      return false;
    case 'numbers':
      return false;
  }
}

/** What a detail is asked for beyond the fields that always come. */
export const DETAIL_FIELDS = [
  'buyer_user_id',
  'buyer_username',
  'recipient_address',
  'item_list',
  'pay_time',
  'pickup_done_time',
  'package_list',
  'shipping_carrier',
  'total_amount',
  'fulfillment_flag',
  'cancel_by',
  'cancel_reason',
  'buyer_cancel_reason',
  'split_up',
  'edt',
] as const;

/** Our own tasks: which call each makes. */
export const TASK_CALLS = {
  performance: 'account_health.get_shop_performance',
  'late-orders': 'account_health.get_late_orders',
  penalties: 'account_health.get_penalty_point_history',
  reviews: 'product.get_comment',
  'first-mile': 'first_mile.get_detail',
  'first-mile-list': 'first_mile.get_tracking_number_list',
} as const satisfies Record<string, WireName>;
export type TaskResource = keyof typeof TASK_CALLS;

export const isTask = (resource: string): resource is TaskResource => Object.hasOwn(TASK_CALLS, resource);

const seconds = (ms: number): number => Math.floor(ms / 1_000);
const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const pageNo = (cursor: string): number => Math.max(1, Number(cursor) || 1);
/** First-mile numbers are declared for a day: these many back and ahead. */
const DECLARED_BACK = 30 * 86_400_000;
const DECLARED_AHEAD = 7 * 86_400_000;

/** The call that a job makes: its name, and its parameters under the names of the wire. */
export function requestOf(job: Job, now: number): { name: WireName; params: Record<string, unknown> } {
  switch (job.kind) {
    case 'window':
      return windowRequest(job.window);
    case 'details':
      return {
        name: 'order.get_order_detail',
        params: {
          order_sn_list: job.orders.map((order) => order.orderSn),
          request_order_status_pending: true,
          response_optional_fields: DETAIL_FIELDS,
        },
      };
    case 'numbers':
      return {
        name: 'logistics.get_mass_tracking_number',
        params: {
          package_list: job.packages.map((each) => ({ package_number: each.packageNumber })),
          response_optional_fields: ['first_mile_tracking_number', 'last_mile_tracking_number'],
        },
      };
    case 'track':
      return {
        name: 'logistics.get_tracking_info',
        params: { order_sn: job.asked.orderSn, package_number: job.asked.packageNumber },
      };
    case 'task':
      return taskRequest(job.task, now);
  }
}

function windowRequest(window: WindowRow): { name: WireName; params: Record<string, unknown> } {
  const from = seconds(window.from);
  const to = Math.max(from + 1, Math.ceil(window.to / 1_000));
  if (window.resource === 'returns') {
    return {
      name: 'returns.get_return_list',
      params: {
        page_no: pageNo(window.cursor),
        page_size: PAGE_SIZE,
        [`${window.field}_from`]: from,
        [`${window.field}_to`]: to,
      },
    };
  }
  return {
    name: 'order.get_order_list',
    params: {
      time_range_field: window.field,
      time_from: from,
      time_to: to,
      page_size: PAGE_SIZE,
      cursor: window.cursor,
      response_optional_fields: ['order_status'],
      request_order_status_pending: true,
    },
  };
}

function taskRequest(task: TaskRow, now: number): { name: WireName; params: Record<string, unknown> } {
  const resource = isTask(task.resource) ? task.resource : 'performance';
  const name = TASK_CALLS[resource];
  switch (resource) {
    case 'performance':
      return { name, params: {} };
    case 'late-orders':
    case 'penalties':
      return { name, params: { page_no: pageNo(task.cursor), page_size: PAGE_SIZE } };
    case 'reviews':
      return { name, params: { item_id: task.key, cursor: task.cursor, page_size: PAGE_SIZE } };
    case 'first-mile':
      return { name, params: { first_mile_tracking_number: task.key, cursor: task.cursor } };
    case 'first-mile-list':
      return {
        name,
        params: {
          from_date: dateOf(now - DECLARED_BACK),
          to_date: dateOf(now + DECLARED_AHEAD),
          page_size: BATCH,
          cursor: task.cursor,
        },
      };
  }
}
