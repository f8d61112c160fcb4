import { setImmediate as breathe } from 'node:timers/promises';
import type { ScanWords } from '#shared/model/event.ts';
import type { ImportRun } from '#shared/model/import.ts';
import type { Fault } from '#shared/result.ts';
import { createImportJournal } from './journal.ts';
import { zoneOfPlaces } from './placeZones.ts';
import type { Clock, Logger, Timers } from './ports.ts';
import { createFileReader, type FileReader } from './sources/files/offThread.ts';
import { previewTrackingFile } from './sources/files/preview.ts';
import { readTrackingFile } from './sources/files/read.ts';
import type { Writer } from './store/types.ts';
import { createImports, type Imports } from './sync/imports.ts';

/** Joins the reading of tracking files with the journal. */
export function joinImports(deps: {
  writer: Writer;
  clock: Clock;
  timers: Timers;
  log: Logger;
  /** Where the reading thread begins; without it files are read on the engine's own thread. */
  reader: URL | undefined;
  nodeOf: (words: ScanWords) => string;
  faultOf: (error: unknown) => Fault | null;
  changed: () => void;
  project: (signal: AbortSignal) => ReturnType<Parameters<typeof createImports>[0]['project']>;
  publish: (run: ImportRun) => void;
}): Imports {
  const { writer, clock, timers, log, reader, nodeOf, faultOf, changed, project, publish } = deps;
  const inPlace: FileReader = {
    read: (path, reading) => readTrackingFile(path, reading, zoneOfPlaces),
    expect: () => {},
    close: () => Promise.resolve(),
  };
  const files =
    reader === undefined ? inPlace : createFileReader({ thread: reader, timers, places: zoneOfPlaces });
  return createImports({
    journal: createImportJournal({ writer, clock, nodeOf, changed }),
    preview: previewTrackingFile,
    files,
    ...{ project, publish, clock, log, breathe, faultOf },
  });
}
