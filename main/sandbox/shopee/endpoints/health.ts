import { type LateOrder, lateOrders, meets, metricsOf, penaltyPoints } from '../../simulate/health.ts';
import { type Call, type Endpoint, get, pageOf, textIn } from '../call.ts';
import { int64, refuse, type Reply, seconds, wrapped } from '../reply.ts';

/** This module refuses in capitals and with an empty response. */
const badParameter = (): Reply => refuse('PARAMS_ERROR', 'Invalid params', { response: null });

function pageIn(call: Call): { page: number; size: number } | null {
  const [page, size] = [Number(textIn(call, 'page_no') || 1), Number(textIn(call, 'page_size') || 10)];
  return Number.isInteger(page) && page >= 1 && Number.isInteger(size) && size >= 1 && size <= 100
    ? { page, size }
    : null;
}

function performance(call: Call): Reply {
  const metrics = metricsOf(call.world, call.shop.index, call.now);
  const failed = (type: number): number =>
    metrics.filter((metric) => metric.type === type && !meets(metric)).length;
  const all = failed(1) + failed(2) + failed(3);
  return wrapped({
    overall_performance: {
      rating: all === 0 ? 4 : all === 1 ? 3 : all === 2 ? 2 : 1,
      fulfillment_failed: failed(1),
      listing_failed: failed(2),
      custom_service_failed: failed(3),
    },
    metric_list: metrics.map((metric) => ({
      current_period: metric.current,
      last_period: metric.last,
      metric_id: metric.id,
      metric_name: metric.name,
      metric_type: metric.type,
      parent_metric_id: metric.parent,
      target: { ...metric.target },
      unit: metric.unit,
    })),
  });
}

function late(call: Call): Reply {
  const at = pageIn(call);
  if (!at) return badParameter();
  const waiting = lateOrders(call.world, call.shop.index, call.now).filter(
    (one) => one.handedOverAt === null,
  );
  return wrapped({
    late_order_list: pageOf(waiting, at.page, at.size).part.map((one) => ({
      order_sn: one.order.sn,
      shipping_deadline: seconds(one.shipBy),
      late_by_days: one.lateByDays,
    })),
    total_count: waiting.length,
  });
}

const lateShipment = (one: LateOrder) => ({
  order_sn: one.order.sn,
  shipping_deadline: seconds(one.shipBy),
  actual_shipping_time: seconds(one.handedOverAt ?? 0),
  late_by_days: one.lateByDays,
});

function source(call: Call): Reply {
  const at = pageIn(call);
  const id = Number(textIn(call, 'metric_id'));
  if (!at || !Number.isInteger(id)) return badParameter();
  const all = lateOrders(call.world, call.shop.index, call.now);
  const cancelled = all.filter(({ order }) => order.cancel?.by === 'system' && order.cancel.at <= call.now);
  const part = <T>(list: readonly T[]): readonly T[] => pageOf(list, at.page, at.size).part;
  if (id === 1) {
    const sent = all.filter((one) => one.handedOverAt !== null && one.order.cancel === null);
    return wrapped({
      metrics_id: id,
      lsr_order_list: part(sent).map(lateShipment),
      total_count: sent.length,
    });
  }
  // 10013: the order did not reach the warehouse.
  if (id === 3) {
    const list = part(cancelled).map(({ order }) => ({
      order_sn: order.sn,
      non_fulfillment_type: 1,
      detailed_reason: 10013,
    }));
    return wrapped({ metrics_id: id, nfr_order_list: list, total_count: cancelled.length });
  }
  if (id === 42) {
    const list = part(cancelled).map(({ order }) => ({
      order_sn: order.sn,
      cancellation_type: 1,
      detailed_reason: 10013,
    }));
    return wrapped({ metrics_id: id, cancellation_order_list: list, total_count: cancelled.length });
  }
  return wrapped({ metrics_id: id, total_count: 0 });
}

function points(call: Call): Reply {
  const at = pageIn(call);
  if (!at) return badParameter();
  const all = penaltyPoints(call.world, call.shop.index, call.now);
  return wrapped({
    penalty_point_list: pageOf(all, at.page, at.size).part.map((point) => ({
      issue_time: seconds(point.at),
      latest_point_num: point.points,
      original_point_num: point.points,
      reference_id: int64(point.reference),
      violation_type: point.violation,
    })),
    total_count: all.length,
  });
}

function punishments(call: Call): Reply {
  const status = textIn(call, 'punishment_status');
  if (!pageIn(call) || (status !== '1' && status !== '2')) return badParameter();
  const [first] = penaltyPoints(call.world, call.shop.index, call.now).slice(2);
  const start = first?.at ?? 0;
  const ends = start + 28 * 86_400_000;
  const applies = first && (status === '1') === ends > call.now;
  const list = applies
    ? [
        {
          end_time: seconds(ends),
          issue_time: seconds(start),
          punishment_type: 107,
          reason: 1,
          reference_id: int64(first.reference),
          start_time: seconds(start),
        },
      ]
    : [];
  return wrapped({ punishment_list: list, total_count: list.length });
}

export const healthEndpoints: readonly Endpoint[] = [
  get('account_health/get_shop_performance', performance),
  get('account_health/get_metric_source_detail', source),
  get('account_health/get_late_orders', late),
  get('account_health/get_penalty_point_history', points),
  get('account_health/get_punishment_history', punishments),
  get('account_health/get_listings_with_issues', (call) =>
    pageIn(call) ? wrapped({ listing_list: [], total_count: 0 }) : badParameter(),
  ),
];
