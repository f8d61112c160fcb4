import type { ParcelDetail } from '#shared/contract/parcels.ts';
import type { EventView } from '#shared/model/event.ts';
import { isNode, NODE_FACTS, STAGES } from '#shared/model/node.ts';
import type { StripStage, TimelineGroup } from '../../ui/index.ts';
import { nodeName } from '../../app/names.ts';
import type { Words } from '../../app/text.tsx';
import type { ReactNode } from 'react';

type Item = TimelineGroup['items'][number];

/** The scans of a parcel as groups: one for each stretch in a stage, then those of no stage, earlier parcels last. */
export function timelineGroups(
  detail: ParcelDetail,
  words: Words,
  describe: (event: EventView) => ReactNode,
): TimelineGroup[] {
  const { t, fmt } = words;
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
      time: fmt.when(event.instant),
      timeTitle: fmt.full(event.instant),
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
    meta:
      span.start !== null && span.end !== null && span.end - span.start >= 3_600_000
        ? t('parcel.span', { days: fmt.span(span.end - span.start) })
        : undefined,
    items: eventsOf(span.events),
  }));
  const rest = detail.events.filter((event) => !event.earlier && !spanned.has(event.id));
  const earlier = detail.events.filter((event) => event.earlier);
  const extra = (id: string, title: string, events: readonly EventView[]): TimelineGroup[] =>
    events.length === 0 ? [] : [{ id, stage: null, direction: 'forward', title, items: events.map(itemOf) }];
  return [
    ...groups.filter((group) => group.items.length > 0),
    ...extra('unplaced', t('parcel.unplaced'), rest),
    ...extra('earlier', t('parcel.earlier'), earlier),
  ];
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
