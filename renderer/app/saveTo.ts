import type { CallInput, CallResult } from '#shared/contract/index.ts';
import { call } from '../bridge/client.ts';
import { useToast } from '../ui/index.ts';
import { useWords } from './text.tsx';

/** Asks where a file is to lie, has it written there, and tells how that went; nothing where the person thinks better of it. */
export function useSaveTo(): (
  file: { readonly name: string; readonly extension: CallInput<'shell.saveFile'>['extensions'][number] },
  write: (
    path: string,
  ) => Promise<CallResult<'sources.exportRules' | 'imports.exportRefused' | 'lab.export'>>,
  said: (rows: number) => string,
) => Promise<void> {
  const { faultText } = useWords();
  const toast = useToast();
  return async ({ name, extension }, write, said) => {
    const place = await call('shell.saveFile', { name, extensions: [extension] });
    if (place.ok && place.value.path === null) return;
    const done = place.ok ? await write(place.value.path ?? '') : place;
    toast.show(done.ok ? { text: said(done.value.rows) } : { text: faultText(done.error), tone: 'trouble' });
  };
}
