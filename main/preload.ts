import { contextBridge, ipcRenderer, webUtils } from 'electron';

/** Set by the build from the contract, so that the bundle of this sandboxed file carries no schemas. */
declare const __CALLS__: readonly string[];
declare const __TOPICS__: readonly string[];
type Listener = (message: { topic: string; revision: number; payload: unknown }) => void;

const callNames = new Set(__CALLS__);
const listeners = new Map<string, Set<Listener>>(__TOPICS__.map((topic) => [topic, new Set()]));

// One listener for all topics; the event object never leaves this file.
ipcRenderer.on('seamark:topic', (_event, message: Parameters<Listener>[0]) => {
  for (const listener of listeners.get(message.topic) ?? []) listener(message);
});

/** What the page gets: three functions and a word. `renderer/bridge/types.ts` has the types. */
contextBridge.exposeInMainWorld('seamark', {
  surface: 'desktop',
  call: async (name: string, input: unknown): Promise<unknown> => {
    if (!callNames.has(name)) return { ok: false, error: { code: 'unknown-channel' } };
    try {
      return (await ipcRenderer.invoke('seamark:call', name, input)) as unknown;
    } catch {
      return { ok: false, error: { code: 'shutting-down' } };
    }
  },
  on: (topic: string, listener: Listener): (() => void) => {
    listeners.get(topic)?.add(listener);
    return () => void listeners.get(topic)?.delete(listener);
  },
  pathOf: async (file: File): Promise<string | null> => webUtils.getPathForFile(file) || null,
});
