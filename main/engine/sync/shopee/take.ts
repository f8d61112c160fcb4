import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import type { TaskRow, WindowRow } from '../../store/types.ts';
import { NOT_THE_CALL } from '../manners/index.ts';
import type { Wire } from './gate.ts';
import { isTask, type Job, PAGE_SIZE, type TaskResource } from './jobs.ts';
import type { SyncJournal } from './journal.ts';
import {
  readFirstMile,
  readFirstMilePackages,
  readLate,
  readNumbers,
  readOrder,
  readPenalties,
  readPerformance,
  readReturns,
  readReviews,
  readTracking,
  zoneOf,
} from './read.ts';
import { retryAfter } from './schedule.ts';
import { afterPage, CURSORS_KEPT, type Page } from './windows.ts';

/** How often each task is asked. */
const EVERY: Readonly<Record<TaskResource, number>> = {
  performance: DAY,
  'late-orders': 6 * HOUR,
  penalties: DAY,
  reviews: 2 * DAY,
  'first-mile': 8 * HOUR,
  'first-mile-list': 12 * HOUR,
};
/** Statuses of a first-mile number after which nothing moves any more, once every package was scanned in. */
const FIRST_MILE_ENDED = new Set(['DELIVERED', 'CANCELED', 'CANCELLED']);
/** After a failure that passes by itself, a list or a batch is asked again this much later; its breaker knows more. */
const SOON = 30_000;
const TASK_PAGES_MAX = 20;

/** Writes what a call answered. Answers how many things the answer brought that may be new, for a list of changes. */
export function takeAnswer(
  journal: SyncJournal,
  job: Job,
  value: unknown,
  raw: unknown,
  now: number,
): number {
  switch (job.kind) {
    case 'window':
      return takePage(journal, job, value, raw, now);
    case 'details': {
      const orders = (value as Wire['order.get_order_detail']).order_list.flatMap((each) => {
        const order = readOrder(each);
        return order === null ? [] : [order];
      });
      journal.details(
        job.shop,
        job.orders,
        orders,
        { endpoint: 'order.get_order_detail', subject: '', raw },
        now,
      );
      return 0;
    }
    case 'numbers':
      journal.numbers(
        job.shop,
        job.packages,
        readNumbers(value as Wire['logistics.get_mass_tracking_number']),
        now,
      );
      return 0;
    case 'track': {
      const { asked, shop } = job;
      const told = readTracking(value as Wire['logistics.get_tracking_info'], {
        orderSn: asked.orderSn,
        market: asked.market,
        orderedAt: asked.orderedAt,
        number: asked.number ?? '',
        carrier: asked.carrier ?? 'spx',
        zone: zoneOf(asked.market),
      });
      const subject = asked.packageNumber;
      journal.tracking(shop, asked, told, { endpoint: 'logistics.get_tracking_info', subject, raw }, now);
      return 0;
    }
    case 'task':
      takeTask(journal, job, value, now);
      return 0;
  }
}

type Of<K extends Job['kind']> = Extract<Job, { kind: K }>;

function takePage(
  journal: SyncJournal,
  { shop, window }: Of<'window'>,
  value: unknown,
  raw: unknown,
  now: number,
): number {
  let page: Page;
  let news: number;
  if (window.resource === 'orders') {
    const answer = value as Wire['order.get_order_list'];
    const orders = answer.order_list.flatMap((each) =>
      each.order_sn === null || each.order_sn === ''
        ? []
        : [{ orderSn: each.order_sn, status: each.order_status }],
    );
    news = journal.listed(shop, window, orders, now);
    page = {
      rows: orders.length,
      more: answer.more ?? false,
      nextCursor: answer.next_cursor,
      pageSize: PAGE_SIZE,
    };
  } else {
    const answer = value as Wire['returns.get_return_list'];
    const subject = `${window.field} ${window.from}`;
    news = journal.returns(
      shop,
      readReturns(answer),
      { endpoint: 'returns.get_return_list', subject, raw },
      now,
    );
    page = {
      rows: answer.return.length,
      more: answer.more ?? false,
      nextCursor: String(Math.max(1, Number(window.cursor) || 1) + 1),
      pageSize: PAGE_SIZE,
    };
  }
  const step = afterPage(window, page);
  const rows = window.rows + page.rows;
  switch (step.do) {
    case 'done':
      journal.end(window, 'done', null, rows, now);
      break;
    case 'stop':
      journal.end(window, 'endless', `${window.resource}: ${step.note}`, rows, now);
      break;
    case 'split':
      journal.split(window, step.windows, rows, now);
      break;
    case 'again':
      journal.advance(window.id, {
        ...{ cursor: '', seen: [], pages: 0, rows: 0, empties: 0 },
        tries: window.tries + 1,
        dueAt: now + step.after,
      });
      break;
    case 'next':
      journal.advance(window.id, {
        cursor: step.cursor,
        seen: [...window.seen, window.cursor].slice(-CURSORS_KEPT),
        pages: window.pages + 1,
        rows,
        empties: page.rows === 0 ? window.empties + 1 : 0,
        tries: window.tries,
        dueAt: now,
      });
  }
  return news;
}

/** A task goes on with its next page, or is done until its next turn. */
function goOn(
  journal: SyncJournal,
  task: TaskRow,
  next: string | null,
  now: number,
  every: number | null,
): boolean {
  const more = next !== null && next !== '' && next !== task.cursor && task.pages + 1 < TASK_PAGES_MAX;
  journal.task(
    task,
    more
      ? { dueAt: now, cursor: next, pages: task.pages + 1, tries: 0, doneAt: null }
      : { dueAt: every === null ? null : now + every, cursor: '', pages: 0, tries: 0, doneAt: now },
  );
  return more;
}

/** Lists by page number and total: the number of the next page, or null. */
function nextPage(task: TaskRow, rows: number, total: number | null): string | null {
  const page = Math.max(1, Number(task.cursor) || 1);
  return rows > 0 && total !== null && page * PAGE_SIZE < total ? String(page + 1) : null;
}

function takeTask(journal: SyncJournal, { shop, task }: Of<'task'>, value: unknown, now: number): void {
  if (!isTask(task.resource)) return;
  const every = EVERY[task.resource];
  switch (task.resource) {
    case 'performance': {
      const told = readPerformance(value as Wire['account_health.get_shop_performance']);
      journal.performance(shop, told.rating, told.metrics, now);
      goOn(journal, task, null, now, every);
      return;
    }
    case 'late-orders': {
      const answer = value as Wire['account_health.get_late_orders'];
      journal.late(shop, readLate(answer), now);
      const more = goOn(
        journal,
        task,
        nextPage(task, answer.late_order_list.length, answer.total_count),
        now,
        every,
      );
      // Pages of one reading follow each other at once: what none of them named in the last hours is gone.
      if (!more) journal.lateDone(shop, now - HOUR, now);
      return;
    }
    case 'penalties': {
      const answer = value as Wire['account_health.get_penalty_point_history'];
      journal.penalties(shop, readPenalties(answer));
      goOn(journal, task, nextPage(task, answer.penalty_point_list.length, answer.total_count), now, every);
      return;
    }
    case 'reviews': {
      const answer = value as Wire['product.get_comment'];
      const reviews = readReviews(answer);
      journal.reviews(shop, reviews, now);
      // `more` stays true at the cap: an empty page ends it. An item that is no longer sold is asked no more.
      const next = answer.more === true && reviews.length > 0 ? answer.next_cursor : null;
      const wanted = task.wantedUntil === null || task.wantedUntil > now;
      goOn(journal, task, next, now, wanted ? every : null);
      return;
    }
    case 'first-mile-list': {
      const answer = value as Wire['first_mile.get_tracking_number_list'];
      const told = readFirstMile(answer);
      journal.firstMiles(shop, told, now);
      goOn(journal, task, answer.more === true && told.length > 0 ? answer.next_cursor : null, now, every);
      return;
    }
    case 'first-mile': {
      const answer = value as Wire['first_mile.get_detail'];
      const told = readFirstMilePackages(answer);
      const waiting = journal.firstMile(shop, task.key, told);
      const next = answer.more === true && told.length > 0 ? answer.next_cursor : null;
      const ended = FIRST_MILE_ENDED.has(answer.status ?? '') && waiting === 0;
      const wanted = task.wantedUntil === null || task.wantedUntil > now;
      goOn(journal, task, next, now, ended || !wanted ? null : every);
    }
  }
}

/** Failures that others answer for: the rate, the quota, the shop's permission. The job stays due as it is. */
const LEAVE: ReadonlySet<string> = new Set([...NOT_THE_CALL, 'permission']);

const WINDOW_TRIES = 6;

/** Writes what follows from a failed call: when the same thing is asked again, and in which company. */
export function takeFailure(
  journal: SyncJournal,
  job: Job,
  fault: { class: string; reason: string },
  now: number,
): void {
  if (LEAVE.has(fault.class)) return;
  const caller = fault.class === 'caller';
  switch (job.kind) {
    case 'window':
      failWindow(journal, job.window, caller, fault.reason, now);
      return;
    case 'details':
      if (caller) journal.refusedDetails(job.orders, now);
      else journal.retryDetails(job.orders, now + SOON);
      return;
    case 'numbers':
      journal.numbers(job.shop, job.packages, [], now);
      return;
    case 'track':
      journal.trackingFailed(job.asked, fault.reason === 'not-found', now);
      return;
    case 'task': {
      const { task } = job;
      const gone =
        fault.reason === 'not-found' && (task.resource === 'first-mile' || task.resource === 'reviews');
      journal.task(task, {
        dueAt: gone && task.tries >= 2 ? null : now + retryAfter(task.tries + (caller ? 6 : 0)),
        cursor: '',
        pages: 0,
        tries: task.tries + 1,
        doneAt: null,
      });
    }
  }
}

function failWindow(
  journal: SyncJournal,
  window: WindowRow,
  caller: boolean,
  reason: string,
  now: number,
): void {
  const tries = caller ? window.tries + 1 : window.tries;
  if (tries >= WINDOW_TRIES) {
    journal.end(window, 'refused', `${window.resource}: ${reason}`, window.rows, now);
    return;
  }
  journal.advance(window.id, {
    cursor: window.cursor,
    seen: window.seen,
    pages: window.pages,
    rows: window.rows,
    empties: window.empties,
    tries,
    dueAt: now + (caller ? 10 * MINUTE : SOON),
  });
}
