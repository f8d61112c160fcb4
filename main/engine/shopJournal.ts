import { hash } from 'node:crypto';
import { DAY, HOUR } from '#shared/time.ts';
import { PURGE_AFTER } from './journal.ts';
import { keepRaw } from './rawAnswers.ts';
import { stateOf } from './eta/calendars/states.ts';
import type { ScanJournal } from './scans.ts';
import { carrierOfNumber } from './sources/files/carriers.ts';
import { countCalls, minutesSince, saveApp, savedApp, usedToday } from './store/aggregates/calls.ts';
import {
  indexOrder,
  listOrder,
  missOrder,
  orderFacts,
  saveBuyer,
  saveItems,
  saveOrder,
  touchOrder,
} from './store/aggregates/orders.ts';
import {
  askParcelNow,
  numbersDue,
  packagesOf,
  saveArrival,
  saveNumbers,
  savePackage,
  saveTracking,
  trackingDue,
  waitingAtFirstMile,
} from './store/aggregates/packages.ts';
import { linkLeg, parcelFor } from './store/aggregates/parcels.ts';
import {
  clearLate,
  saveFirstMile,
  saveLate,
  saveMetrics,
  savePenalty,
  saveReturn,
  saveReview,
} from './store/aggregates/shopFacts.ts';
import {
  addWindow,
  askAllNow,
  advanceWindow,
  agendaOf,
  detailsDue,
  endWindow,
  loadedSince,
  noteShop,
  openGap,
  openWindows,
  saveTask,
  setFollowed,
  setLoad,
  setLoadPaused,
  setStopped,
  setSuccess,
  setWindowGap,
  settleGap,
  syncShop,
  tasksDue,
  wantTask,
  windowsDue,
} from './store/aggregates/syncState.ts';
import type { OrderRecord, PackageRecord, PackageRow, Writer } from './store/types.ts';
import { shopSyncFigures } from './store/views/sync.ts';
import type { SyncShop } from './sync/shopee/gate.ts';
import type { SyncJournal } from './sync/shopee/journal.ts';
import { carrierFor, confirmAt, keptFulfilment, listedAt } from './sync/shopee/read.ts';
import { hasEnded, nextNumberAt, nextTrackAt, phaseOf, retryAfter } from './sync/shopee/schedule.ts';
import { planLoad } from './sync/shopee/windows.ts';

/** Reviews come within weeks of a sale; after that the item is asked only if it is sold again. */
const REVIEWS_FOR = 60 * DAY;
const REVIEWS_EVERY = 2 * DAY;
/** First-mile numbers are followed this long after they were last listed. */
const FIRST_MILE_FOR = 45 * DAY;
const FIRST_MILE_EVERY = 8 * HOUR;
const FIRST_MILE_ENDED = new Set(['DELIVERED', 'CANCELED', 'CANCELLED']);
/** An order that answers leave out so often is taken for vanished. */
const MISSES_MAX = 3;
const DETAILS_MAX = 50;

const digestOf = (value: unknown): string => hash('sha256', JSON.stringify(value), 'base64url').slice(0, 22);

/** The sync's view of the store: the only place where its reads and writes are put together. */
export function createShopJournal(deps: {
  writer: Writer;
  scans: ScanJournal;
  /** How far the server's clock is ahead of ours. */
  offset: (app: string) => number;
}): SyncJournal {
  const { writer, scans } = deps;

  const saveOnePackage = (
    shop: SyncShop,
    orderId: number,
    told: PackageRecord,
    old: PackageRow | undefined,
    now: number,
  ): void => {
    const moved = old === undefined || old.status !== told.status;
    const phase = phaseOf(told.status);
    const rank = hasEnded(told.status) ? 1 : 0;
    const numberDue =
      (old?.number ?? null) !== null || phase === 'waiting' ? null : moved ? now : old.numberDue;
    const trackDue =
      (old?.number ?? null) === null || phase === 'waiting' ? null : moved ? now : (old?.trackDue ?? null);
    savePackage(writer, { shopId: shop.shopId, orderId }, told, { numberDue, trackDue, rank }, now);
  };

  const saveOneOrder = (shop: SyncShop, order: OrderRecord, now: number): boolean => {
    const { shopId } = shop;
    const known = orderFacts(writer, shopId, order.orderSn);
    const askedAt = now + deps.offset(shop.app);
    const digest = digestOf(order);
    // An answer that was overtaken by a newer one changes nothing.
    const older = (known?.updatedAt ?? 0) > (order.updatedAt ?? Number.POSITIVE_INFINITY);
    const fulfilment = keptFulfilment(known?.fulfilment ?? null, order.fulfilment);
    const confirm = (word: string | null): number | null =>
      confirmAt(word, known?.createdKey ?? now, askedAt);
    if (known && known.state === 'known' && (known.digest === digest || older)) {
      touchOrder(writer, known.id, Math.max(askedAt, known.askedAt ?? 0), confirm(known.fulfilment));
      return false;
    }
    if (!known) {
      listOrder(writer, {
        ...{ shopId, orderSn: order.orderSn, market: order.market ?? shop.market },
        ...{ status: order.status, at: now, due: null },
      });
    }
    const quantity = order.items.reduce((sum, item) => sum + item.quantity, 0);
    const sku = order.items[0]?.sku ?? null;
    const { state, city } = order.place;
    const addressState = stateOf(order.market ?? shop.market ?? '', state ?? '', city ?? '');
    const facts = { at: askedAt, digest, sku, quantity, due: confirm(fulfilment), addressState };
    const id = saveOrder(writer, shopId, { ...order, fulfilment }, facts);
    saveItems(writer, id, order.items);
    saveBuyer(writer, id, order.buyer, Math.max(now, order.createdAt ?? now) + PURGE_AFTER);
    const before = new Map(packagesOf(writer, id).map((each) => [each.packageNumber, each]));
    for (const told of order.packages) {
      saveOnePackage(shop, id, told, before.get(told.packageNumber), now);
    }
    indexOrder(writer, id);
    const until = (order.updatedAt ?? now) + REVIEWS_FOR;
    const sold = order.status === 'COMPLETED' || order.status === 'TO_CONFIRM_RECEIVE';
    if (sold && until > now) {
      for (const { itemId } of order.items) {
        if (itemId !== '') wantTask(writer, shopId, 'reviews', itemId, now + REVIEWS_EVERY, until);
      }
    }
    return true;
  };

  return {
    batch: (work) => {
      try {
        writer.transaction('batch', work);
      } catch (error) {
        scans.forget();
        throw error;
      }
    },
    shop: ({ shopId, app }) => syncShop(writer, shopId, app),
    due: ({ shopId }, now, loading, limit) => {
      const agenda = agendaOf(writer, shopId, loading);
      const isDue = (at: number | null): boolean => at !== null && at <= now;
      const later = Object.values(agenda).filter((at): at is number => at !== null && at > now);
      const seen = new Set<string>();
      // The newest of each list and kind: they are read one page at a time.
      const first = ({ resource, kind }: { resource: string; kind: string }): boolean =>
        seen.size < seen.add(`${resource} ${kind}`).size;
      return {
        windows: isDue(agenda.windows) ? windowsDue(writer, shopId, loading, now).filter(first) : [],
        details: isDue(agenda.details) ? detailsDue(writer, shopId, now) : [],
        numbers: isDue(agenda.numbers) ? numbersDue(writer, shopId, now, DETAILS_MAX) : [],
        tracking: [
          ...(isDue(agenda.moving) ? trackingDue(writer, shopId, 0, now, limit) : []),
          ...(isDue(agenda.ended) ? trackingDue(writer, shopId, 1, now, limit) : []),
        ],
        tasks: isDue(agenda.tasks) ? tasksDue(writer, shopId, now, limit) : [],
        later: later.length === 0 ? null : Math.min(...later),
      };
    },
    openWindows: (shopId, resource) => openWindows(writer, shopId, resource, 'follow'),
    stop: (shopId, at) => setStopped(writer, shopId, at),
    succeeded: (shopId, at) => setSuccess(writer, shopId, at),
    note: (shopId, note, at) => noteShop(writer, shopId, note, at),
    follow: (shopId, resource, plan, reason, now) => {
      const gapId = plan.gap ? openGap(writer, { shopId, resource, ...plan.gap, reason, at: now }) : null;
      for (const span of plan.windows) {
        addWindow(writer, {
          ...{ shopId, resource, kind: plan.kind, field: 'update_time', ...span },
          ...{ dueAt: now, gapId, halvings: 0 },
        });
      }
      // Where the two clocks differ nobody knows by which one changes are dated: lists are read up to the later one, and the
      // next begins at the earlier one.
      const read = plan.windows.reduce((latest, span) => Math.max(latest, span.to), 0);
      setFollowed(writer, shopId, resource, Math.min(read, now));
    },
    load: (shopId, since, now) => {
      const before = loadedSince(writer, shopId);
      if (before !== null && before <= since) return 0;
      const windows = planLoad(since, before ?? now);
      for (const span of windows) {
        for (const resource of ['orders', 'returns'] as const) {
          addWindow(writer, {
            ...{ shopId, resource, kind: 'load', field: 'create_time', ...span },
            ...{ dueAt: now, gapId: null, halvings: 0 },
          });
        }
      }
      setLoad(writer, shopId, since);
      return windows.length * 2;
    },
    pauseLoad: (shopId, paused) => setLoadPaused(writer, shopId, paused),
    want: (shopId, resource, key, dueAt, wantedUntil) =>
      wantTask(writer, shopId, resource, key, dueAt, wantedUntil),
    advance: (id, stand) => advanceWindow(writer, id, stand),
    end: (window, how, note, rows, now) => {
      endWindow(writer, window, how === 'done' ? 'done' : 'stopped', note, rows, window.pages + 1);
      if (how !== 'done') {
        const { shopId, resource, from, to } = window;
        noteShop(writer, shopId, note ?? 'stopped', now);
        if (window.gapId === null) {
          const gapId = openGap(writer, { shopId, resource, from, to, reason: how, at: now });
          setWindowGap(writer, window.id, gapId);
          settleGap(writer, gapId, now);
        }
      }
      if (window.gapId !== null) settleGap(writer, window.gapId, now);
    },
    split: (window, windows, _rows, now) => {
      for (const span of windows) {
        addWindow(writer, { ...window, ...span, dueAt: now, halvings: window.halvings + 1 });
      }
      endWindow(writer, window, 'split', null, 0, window.pages + 1);
      if (window.gapId !== null) settleGap(writer, window.gapId, now);
    },
    task: (task, stand) => saveTask(writer, task, stand),

    listed: (shop, window, orders, now) => {
      const { shopId, market } = shop;
      let news = 0;
      for (const { orderSn, status } of orders) {
        const known = orderFacts(writer, shopId, orderSn);
        const same =
          known?.state === 'known' && (status === null || status === '' || known.status === status);
        // What it was changed to before we last asked for it, we have.
        const seen = window.field === 'create_time' || (known?.askedAt ?? 0) >= window.to;
        if (same && seen) continue;
        news += 1;
        listOrder(writer, { shopId, orderSn, market, status, at: listedAt(orderSn, now), due: now });
      }
      return news;
    },
    details: (shop, asked, orders, raw, now) => {
      let changed = false;
      const told = new Set<string>();
      for (const order of orders) {
        told.add(order.orderSn);
        changed = saveOneOrder(shop, order, now) || changed;
      }
      for (const { id, orderSn, misses, max } of asked) {
        if (told.has(orderSn)) continue;
        const vanished = misses + 1 >= MISSES_MAX;
        const due = vanished ? null : now + HOUR * 3 ** misses;
        missOrder(writer, id, { due, max, vanished, misses: misses + 1 });
      }
      const subject = orders[0]?.orderSn;
      if (changed && subject !== undefined) keepRaw(writer, shop.shopId, { ...raw, subject }, now);
    },
    refusedDetails: (asked, now) => {
      const alone = asked.length === 1;
      for (const { id, misses } of asked) {
        const vanished = alone && misses + 1 >= MISSES_MAX;
        missOrder(writer, id, {
          due: vanished ? null : alone ? now + HOUR * 3 ** misses : now,
          max: alone ? 1 : Math.max(1, Math.floor(asked.length / 2)),
          vanished,
          misses: alone ? misses + 1 : misses,
        });
      }
    },
    retryDetails: (asked, dueAt) => {
      for (const { id, max, misses } of asked) {
        missOrder(writer, id, { due: dueAt, max, vanished: false, misses });
      }
    },
    numbers: (shop, asked, told, now) => {
      const byPackage = new Map(told.map((each) => [each.packageNumber, each]));
      for (const each of asked) {
        const found = byPackage.get(each.packageNumber);
        const number = found?.number ?? null;
        const carrier =
          number === null ? null : (each.carrier ?? carrierFor(number, each.carrierName, shop.crossBorder));
        let parcelId: number | null = null;
        if (number !== null && carrier !== null) {
          const parcel = parcelFor(writer, {
            ...{ number, carrier, orderNo: each.orderSn, at: now },
            ...{ market: each.market, orderedAt: each.orderedAt },
          });
          parcelId = parcel.id;
          let merged = parcel.merged;
          const last = found?.lastMile ?? null;
          if (last !== null && last !== number) {
            merged = linkLeg(writer, parcelId, last, carrierOfNumber(last) ?? 'unknown') || merged;
          }
          if (merged) scans.forget();
        }
        saveNumbers(writer, each.id, {
          number,
          firstMile: found?.firstMile ?? null,
          lastMile: found?.lastMile ?? null,
          carrier,
          parcelId,
          numberDue: number === null ? nextNumberAt(each.status, each.numberTries, now) : null,
          numberTries: number === null ? each.numberTries + 1 : 0,
          trackDue: number === null || phaseOf(each.status) === 'waiting' ? null : now,
        });
        if (number !== null) indexOrder(writer, each.orderId);
      }
    },
    tracking: (shop, asked, told, raw, now) => {
      if (told.returnNumber !== null && asked.parcelId !== null) {
        if (linkLeg(writer, asked.parcelId, told.returnNumber, told.returnCarrier)) scans.forget();
      }
      const count = scans.take({ kind: 'shopee', name: shop.shopNo }, told.rows);
      const movedAt = Math.max(asked.movedAt ?? 0, told.movedAt ?? 0) || null;
      const afterEnd = hasEnded(asked.status) ? asked.trackAfterEnd + 1 : 0;
      const { status, statusSince } = asked;
      saveTracking(writer, asked.id, {
        askedAt: now,
        movedAt,
        scans: told.rows.length,
        returnNumber: told.returnNumber,
        trackDue: nextTrackAt({ status, statusSince, movedAt, afterEnd }, now),
        tries: 0,
        afterEnd,
      });
      if (count.accepted > 0) keepRaw(writer, shop.shopId, raw, now);
    },
    trackingFailed: (asked, gone, now) => {
      const tries = asked.trackTries + 1;
      saveTracking(writer, asked.id, {
        askedAt: null,
        movedAt: asked.movedAt,
        scans: 0,
        returnNumber: null,
        trackDue: gone && tries >= MISSES_MAX ? null : now + retryAfter(gone ? tries + 5 : tries),
        tries,
        afterEnd: asked.trackAfterEnd,
      });
    },
    returns: (shop, told, raw, now) => {
      const news = told.filter((each) => saveReturn(writer, shop.shopId, each, digestOf(each))).length;
      if (news > 0) keepRaw(writer, shop.shopId, raw, now);
      return news;
    },
    reviews: (shop, told, now) =>
      told.filter((each) => saveReview(writer, shop.shopId, each, now + PURGE_AFTER)).length,
    performance: (shop, rating, metrics, now) =>
      saveMetrics(writer, shop.shopId, new Date(now).toISOString().slice(0, 10), rating, metrics),
    late: (shop, told, now) => told.forEach((each) => saveLate(writer, shop.shopId, each, now)),
    lateDone: (shop, since, now) => clearLate(writer, shop.shopId, since, now),
    penalties: (shop, told) => told.forEach((each) => savePenalty(writer, shop.shopId, each)),
    firstMiles: (shop, told, now) => {
      for (const each of told) {
        const before = saveFirstMile(writer, shop.shopId, each);
        if (before === each.status && FIRST_MILE_ENDED.has(each.status)) continue;
        const due = before === each.status ? now + FIRST_MILE_EVERY : now;
        wantTask(writer, shop.shopId, 'first-mile', each.number, due, now + FIRST_MILE_FOR);
      }
    },
    firstMile: (shop, number, told) => {
      for (const each of told) saveArrival(writer, shop.shopId, number, each);
      return waitingAtFirstMile(writer, shop.shopId, number);
    },

    calls: (calls) => countCalls(writer, calls),
    manners: (app, now) => {
      const saved = savedApp(writer, app);
      return {
        used: usedToday(writer, app, now),
        rate: saved?.rate ?? null,
        pausedUntil: saved?.pausedUntil ?? null,
        pauseReason: saved?.pauseReason ?? null,
        minutes: minutesSince(writer, app, now - DAY),
      };
    },
    keepManners: (app, { rate, pausedUntil, reason }) => saveApp(writer, app, rate, pausedUntil, reason),
    askAll: (shopId, at) => askAllNow(writer, shopId, at),
    askNow: (parcelId, at) => askParcelNow(writer, parcelId, at),
    figures: (shopId, now) => shopSyncFigures(writer, shopId, now),
  };
}
