import { bridge, call } from '../bridge/client.ts';

/** Puts text on the clipboard: by the shell on the desktop, by the browser elsewhere. */
export async function copyText(text: string): Promise<boolean> {
  if (bridge.surface === 'desktop') return (await call('shell.copyText', { text })).ok;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
