import type * as Electron from 'electron';
import type { TopicName, TopicPayload } from '#shared/contract/index.ts';
import { engineStatusSchema } from '#shared/contract/app.ts';
import { engineHealthSchema } from '#shared/contract/shell.ts';
import { caseIdSchema } from '#shared/model/ids.ts';
import { translate } from '#shared/text/translate.ts';
import type { Logger } from '../engine/ports.ts';
import { type Ask, waitingGroups } from './caseWatch.ts';
import { type Alert, createNotifier, gather } from './notify.ts';
import type { SettingsStore } from './settings.ts';
import type { Supervisor } from './supervisor.ts';
import { systemClock, systemTimers } from './system.ts';
import { createTray, type TrayActions } from './tray.ts';

/** The queue must be quiet for so long before new cases are announced: one notification, not one per row. */
const SETTLE = 2_000;

/** Tray and notifications, fed by the engine's topics. */
export function createAlerts(deps: {
  readonly electron: typeof Electron;
  readonly settings: SettingsStore;
  readonly engine: Supervisor;
  readonly log: Logger;
  readonly act: TrayActions;
  readonly show: (open: TopicPayload<'open'> | null) => void;
}): { start(): void; heard(topic: TopicName, payload: unknown): void; relabel(): void; hidden(): void } {
  const { electron, settings, log } = deps;
  const notifier = createNotifier(() => settings.get());
  let tray: { show(count: number): void } | null = null;
  let count = 0;
  let cancel = (): void => {};
  let toldHidden = false;
  // Shown notifications are held, or they are collected before anyone clicks them.
  const held = new Set<Electron.Notification>();

  const tell = (title: string, body: string, click: () => void): void => {
    const note = new electron.Notification({ title, body });
    held.add(note);
    note.on('click', () => {
      held.delete(note);
      click();
    });
    note.on('close', () => held.delete(note));
    note.show();
  };
  const announce = (group: Alert): void => {
    const { lang } = settings.get();
    const market =
      group.markets > 1
        ? translate(lang, 'notify.markets', { count: group.markets })
        : (group.market ?? translate(lang, 'notify.noMarket'));
    const kind = translate(lang, `notify.${group.kind}`);
    tell(
      translate(lang, 'notify.title', { kind, market }),
      translate(lang, 'notify.body', { count: group.count }),
      () =>
        deps.show({
          view: 'queue',
          caseId: group.caseId === null ? null : caseIdSchema.parse(group.caseId),
          parcelId: null,
          draftId: null,
          path: null,
        }),
    );
    log.info('notify', { kind: group.kind, market: group.market, count: group.count });
  };
  const look = async (): Promise<void> => {
    const groups = await waitingGroups(deps.engine.call as Ask);
    if (groups) for (const group of gather(notifier.take(groups, systemClock.now()))) announce(group);
  };
  // At a start nothing is news: the first look is the baseline, and it must come before anything changes.
  const begin = async (): Promise<void> => {
    const status = await (deps.engine.call as Ask)('app.status', {});
    if (status.ok) {
      count = status.value.decisions;
      tray?.show(count);
    }
    await look();
  };
  const lookSoon = (): void => {
    cancel();
    cancel = systemTimers.after(SETTLE, () => void look());
  };
  return {
    start() {
      tray = createTray({
        make: (icon) => new electron.Tray(icon),
        image: (pixels, size) => electron.nativeImage.createFromBitmap(pixels, { width: size, height: size }),
        menu: (template) => electron.Menu.buildFromTemplate(template),
        setBadge: (number) => void electron.app.setBadgeCount(number),
        platform: process.platform,
        settings: () => settings.get(),
        now: () => systemClock.now(),
        act: deps.act,
      });
      tray.show(count);
    },
    heard(topic, payload) {
      if (topic === 'engine' && engineHealthSchema.parse(payload).state === 'ready') void begin();
      if (topic === 'status') {
        count = engineStatusSchema.parse(payload).decisions;
        tray?.show(count);
      }
      if (topic === 'status' || topic === 'queue') lookSoon();
    },
    relabel: () => tray?.show(count),
    hidden() {
      if (toldHidden) return;
      toldHidden = true;
      const { lang } = settings.get();
      tell(translate(lang, 'tray.hidden.title'), translate(lang, 'tray.hidden.body'), () => deps.show(null));
    },
  };
}
