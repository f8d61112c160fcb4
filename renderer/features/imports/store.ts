import { createStore } from 'zustand';
import {
  DEFAULT_IMPORT_OPTIONS,
  type ImportOptions,
  type ImportPreview,
  type Mapping,
} from '#shared/model/import.ts';
import type { Fault } from '#shared/result.ts';
import { heardOfImport, session } from '../../app/session.ts';
import { bridge, call } from '../../bridge/client.ts';

interface Wizard {
  readonly open: boolean;
  readonly step: 'choose' | 'reading' | 'map' | 'run';
  readonly path: string | null;
  readonly options: ImportOptions;
  readonly preview: ImportPreview | null;
  readonly fault: Fault | null;
  /** The import that this dialog started or shows. */
  readonly importId: number | null;
}

const CLOSED: Wizard = {
  open: false,
  step: 'choose',
  path: null,
  options: DEFAULT_IMPORT_OPTIONS,
  preview: null,
  fault: null,
  importId: null,
};

/** The import dialog. It can be closed while an import runs; the status line goes on showing it. */
export const wizard = createStore<Wizard>(() => CLOSED);

export const EXTENSIONS = ['csv', 'txt', 'xlsx', 'jsonl', 'ndjson', 'json'] as const;

/** Opens the dialog: at the running import if there is one, at a given file, or at the choice. */
export function openImport(path?: string): void {
  const run = session.getState().importRun;
  if (path === undefined && run && (run.state === 'running' || run.state === 'projecting')) {
    wizard.setState({ ...CLOSED, open: true, step: 'run', importId: run.id });
    return;
  }
  wizard.setState({ ...CLOSED, open: true });
  if (path !== undefined) void look(path);
}

/** Back to the choice; nothing that was said about one file goes with the next. */
export function chooseAnother(): void {
  wizard.setState({ ...CLOSED, open: true });
}

export function closeImport(): void {
  wizard.setState({ open: false });
}

/** Previews a file, with another mapping or other options where given. */
export async function look(
  path: string,
  change: { mapping?: Mapping; options?: ImportOptions } = {},
): Promise<void> {
  const options = change.options ?? wizard.getState().options;
  const first = wizard.getState().preview === null;
  wizard.setState({ path, options, fault: null, ...(first ? { step: 'reading' as const } : {}) });
  const answer = await call('imports.preview', { path, mapping: change.mapping ?? null, options });
  if (answer.ok) wizard.setState({ preview: answer.value, step: 'map' });
  else wizard.setState({ preview: null, step: 'choose', fault: answer.error });
}

/** The system's file dialog on the desktop; null when the person backs out. */
export async function pickFile(): Promise<void> {
  const answer = await call('shell.pickFile', { extensions: [...EXTENSIONS] });
  if (!answer.ok) wizard.setState({ fault: answer.error });
  else if (answer.value.path !== null) await look(answer.value.path);
}

/** A dropped or chosen file. */
export async function takeFile(file: File): Promise<void> {
  wizard.setState({ ...CLOSED, open: true, step: 'reading' });
  const path = await bridge.pathOf(file);
  if (path === null)
    wizard.setState({ step: 'choose', fault: { code: 'file-unreadable', detail: { file: file.name } } });
  else await look(path);
}

export async function startImport(): Promise<void> {
  const { path, preview, options } = wizard.getState();
  if (path === null || !preview) return;
  const answer = await call('imports.start', {
    path,
    digest: preview.digest,
    mapping: preview.mapping,
    options,
  });
  if (!answer.ok) {
    wizard.setState({ fault: answer.error });
    return;
  }
  heardOfImport(answer.value);
  wizard.setState({ step: 'run', importId: answer.value.id, fault: null });
}

export async function cancelImport(importId: number): Promise<void> {
  const answer = await call('imports.cancel', {
    importId: importId,
  });
  if (answer.ok) heardOfImport(answer.value);
  else wizard.setState({ fault: answer.error });
}

/** Shows the result of an earlier import. */
export function showImport(importId: number): void {
  wizard.setState({ ...CLOSED, open: true, step: 'run', importId });
}
