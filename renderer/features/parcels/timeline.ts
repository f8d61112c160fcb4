import type { ParcelDetail } from '#shared/contract/parcels.ts';
import type { EventView } from '#shared/model/event.ts';
import type { StageSpan } from '#shared/model/journey.ts';
import type { Ahead, Outlook } from '#shared/model/route.ts';
import { MARKET_LANG, NODE_WORDS } from '#shared/text/buyer/nodes.ts';
import { isNode, NODE_FACTS, STAGES } from '#shared/model/node.ts';
import type { StripStage, TimelineGroup } from '../../ui/index.ts';
import { HOUR } from '#shared/time.ts';
import { nodeName } from '../../app/names.ts';
import type { Words } from '../../app/text.tsx';
import type { ReactNode } from 'react';

type Item = TimelineGroup['items'][number];

/** The scans of a parcel as groups: one for each stretch in a stage, then those of no stage, earlier parcels last. */
export function timelineGroups(
  detail: ParcelDetail,
  words: Words,
  describe: (event: EventView) => ReactNode,
  outlook: Outlook | null = null,
): TimelineGroup[] {
  const { t } = words;
  const { journey } = detail;
  const byId = new Map(detail.events.map((event) => [Number(event.id), event]));
  const spanned = new Set(journey.spans.flatMap((span) => span.events.map(Number)));
  const standing = journey.events.findLast((event) => !event.earlier && event.node === journey.node);

  const itemOf = (event: EventView): Item => {
    const { node } = event.meaning;
    const muted = !isNode(node) || event.earlier;
    const here = standing !== undefined && event.id === standing.id;
    const trouble = isNode(node) && NODE_FACTS[node].exception;
    return {
      id: event.id,
      node,
      title: nodeName(node, event.meaning.reason, words),
      ...timeOf(event, words),
      place: event.place ?? undefined,
      tone: muted ? 'muted' : here ? (trouble ? 'trouble' : 'now') : 'done',
      detail: describe(event),
    };
  };
  const eventsOf = (ids: readonly number[]): Item[] =>
    ids.flatMap((id) => {
      const event = byId.get(id);
      return event ? [itemOf(event)] : [];
    });

  const groups: TimelineGroup[] = journey.spans.map((span, index) => ({
    id: `${span.stage} ${String(index)}`,
    stage: span.stage,
    direction: span.direction,
    title:
      span.direction === 'return' && span.stage === 'CLOSE' ? t('parcel.return') : t(`stage.${span.stage}`),
    ...stretchOf(span, index === journey.spans.length - 1 && !journey.terminal, outlook, words),
    items: eventsOf(span.events),
  }));
  const rest = detail.events.filter((event) => !event.earlier && !spanned.has(event.id));
  const earlier = detail.events.filter((event) => event.earlier);
  const extra = (id: string, title: string, events: readonly EventView[]): TimelineGroup[] =>
    events.length === 0 ? [] : [{ id, stage: null, direction: 'forward', title, items: events.map(itemOf) }];
  return [
    ...groups.filter((group) => group.items.length > 0),
    ...aheadGroups(detail, outlook, words),
    ...extra('unplaced', t('parcel.unplaced'), rest),
    ...extra('earlier', t('parcel.earlier'), earlier),
  ];
}

/** A scan's time, or its day where no hour was given. */
export function timeOf(event: EventView, { t, fmt }: Words): { time: string; timeTitle: string } {
  if (!event.dateOnly || event.instant === null) {
    return { time: fmt.when(event.instant), timeTitle: fmt.full(event.instant) };
  }
  const date = fmt.day(event.instant, event.zone);
  return { time: date, timeTitle: t('time.day', { date }) };
}

/** What the node is called for the buyer, in the market's own language; nothing without a market or a node. */
export function buyerWords(
  event: EventView,
  { row }: ParcelDetail,
): { readonly text: string; readonly lang: string } | undefined {
  const { node } = event.meaning;
  if (row.market === null || !isNode(node)) return undefined;
  const lang = MARKET_LANG[row.market];
  return { text: NODE_WORDS[node][lang], lang: lang === 'tl' ? 'fil' : lang };
}

/** How long a stage took or takes so far, beside what is usual on the lane. */
function stretchOf(
  span: StageSpan,
  running: boolean,
  outlook: Outlook | null,
  { t, fmt }: Words,
): Pick<TimelineGroup, 'meta' | 'late'> {
  const end = span.end ?? (running ? Date.now() : null);
  if (span.start === null || end === null || end - span.start < HOUR) return {};
  const took = fmt.span(end - span.start);
  const usual =
    span.direction === 'return' ? undefined : outlook?.stages.find((one) => one.stage === span.stage);
  if (!usual) return { meta: t('parcel.span', { days: took }) };
  const late = end - span.start > usual.p90;
  const [low, high] = [fmt.span(usual.p10), fmt.span(usual.p90)];
  return { meta: t(late ? 'usual.longer' : 'usual.took', { took, low, high }), late };
}

/** What is still to come. The delivery comes when the arrival card says: there is one date of it on the screen. */
function aheadGroups({ arrival }: ParcelDetail, outlook: Outlook | null, { t, fmt }: Words): TimelineGroup[] {
  const meta = ({ stage, from, to, unscanned }: Ahead): string => {
    if (stage === 'CLOSE' && arrival) {
      const { withheld, lo80, hi80 } = arrival.estimate;
      if (withheld) return t('usual.ahead.unknown');
      return t('usual.ahead', { from: fmt.day(lo80, arrival.zone), to: fmt.day(hi80, arrival.zone) });
    }
    if (unscanned) return t('usual.ahead.unscanned');
    return from === null || to === null
      ? t('usual.ahead.unknown')
      : t('usual.ahead', { from: fmt.date(from), to: fmt.date(to) });
  };
  return (outlook?.ahead ?? []).map((ahead): TimelineGroup => ({
    id: `ahead ${ahead.stage}`,
    stage: ahead.stage,
    direction: 'forward',
    title: t(ahead.stage === 'CLOSE' ? 'node.DELIVERED' : `stage.${ahead.stage}`),
    ahead: true,
    items: [],
    meta: meta(ahead),
  }));
}

/** The eight stages: behind, here, ahead. */
export function stripStages(detail: ParcelDetail, { t }: Words): StripStage[] {
  const { journey } = detail;
  const visited = new Set(journey.spans.map((span) => span.stage));
  const at = journey.stage === null ? -1 : STAGES.indexOf(journey.stage);
  const trouble = isNode(journey.node) && NODE_FACTS[journey.node].exception;
  return STAGES.map((stage, index) => ({
    stage,
    label: t(`stage.${stage}`),
    state: index === at ? (trouble ? 'trouble' : 'now') : visited.has(stage) || index < at ? 'done' : 'ahead',
  }));
}
