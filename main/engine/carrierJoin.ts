import { setImmediate as breathe } from 'node:timers/promises';
import type { CarrierSourceId } from '#shared/model/carrierSource.ts';
import { roundBook } from './carrierRounds.ts';
import { type CarrierCommands, createCarrierCommands } from './commands/carriers.ts';
import { type Carriers, createCarriers } from './carriers.ts';
import { createHealthKeeper, type HealthKeeper } from './health.ts';
import { createLabHouse, type LabHouse } from './lab.ts';
import type { Clock, Logger, Timers } from './ports.ts';
import { zoneOfPlaces } from './placeZones.ts';
import type { ScanJournal } from './scans.ts';
import type { ShopHints } from './shopHints.ts';
import type { HttpFetch } from './sources/carriers/kit/http.ts';
import type { Writer } from './store/types.ts';
import { type CarrierRound, createCarrierRound } from './sync/carriers/round/round.ts';
import { systemFetch, systemRandom } from './system.ts';

/** How tracking services are reached; without it by this process's own `fetch`, each at its own address. */
export interface CarrierNetwork {
  readonly fetch?: HttpFetch;
  readonly hostFor?: (source: CarrierSourceId) => string | null;
}

export interface CarrierParts {
  readonly carriers: Carriers;
  readonly carrierCommands: CarrierCommands;
  readonly carrierRound: CarrierRound;
  readonly health: HealthKeeper;
  readonly lab: LabHouse;
}

/** Joins tracking services with the journal's entrance for sources, what a person can do to them, and how they are. */
export function joinCarriers(deps: {
  writer: Writer;
  clock: Clock;
  timers: Timers;
  log: Logger;
  network: CarrierNetwork | undefined;
  scans: ScanJournal;
  /** Something is new in the journal. */
  journalChanged: () => void;
  /** Brings projections up to date after what is under way. */
  projectSoon: () => void;
  sourcesChanged: () => void;
  shopee: ShopHints;
}): CarrierParts {
  const { writer, clock, timers, log, network, scans, projectSoon } = deps;
  const health = createHealthKeeper({ writer, clock, breathe });
  const carriers = createCarriers({
    writer,
    clock,
    timers,
    log,
    random: systemRandom,
    fetch: network?.fetch ?? systemFetch,
    hostFor: network?.hostFor,
    places: zoneOfPlaces,
    take: (source, rows) => scans.take({ kind: 'carrier', name: source }, rows).accepted,
    heard: health.heard,
    rolledBack: () => scans.forget(),
    changed: () => {
      deps.journalChanged();
      projectSoon();
    },
    shopee: deps.shopee,
  });
  const carrierCommands = createCarrierCommands({
    writer,
    clock,
    changed: () => {
      carriers.forget();
      deps.sourcesChanged();
    },
    parcelsChanged: projectSoon,
  });
  const lab = createLabHouse({
    ...{ writer, clock, timers, log, port: carriers.lab },
    changed: deps.sourcesChanged,
  });
  const carrierRound = createCarrierRound({ book: roundBook(writer), asker: carriers.asker, clock, breathe });
  return { carriers, carrierCommands, carrierRound, health, lab };
}
