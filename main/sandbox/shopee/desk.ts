import type { SandboxApp } from './app.ts';
import type { PushStore } from './push/store.ts';
import type { Tokens } from './tokens.ts';

/** What persons and programs did through the API, beyond orders: notes, replies, sent messages, first-mile numbers. */
export interface Desk {
  readonly app: SandboxApp;
  readonly tokens: Tokens;
  readonly push: PushStore;
  readonly notes: Map<string, { readonly text: string; readonly at: number }>;
  readonly replies: Map<number, { readonly text: string; readonly at: number }>;
  /** Messages by conversation. */
  readonly sent: Map<
    string,
    {
      readonly id: string;
      readonly at: number;
      readonly type: string;
      readonly content: Record<string, unknown>;
    }[]
  >;
  /** Last read message by conversation. */
  readonly read: Map<string, number>;
  /** First-mile numbers that were asked for, and parcels bound to them. */
  readonly numbers: Map<
    string,
    {
      readonly shop: number;
      readonly declared: string;
      readonly at: number;
      readonly parcels: Map<string, number>;
    }
  >;
  readonly documents: Set<string>;
}

export function createDesk(app: SandboxApp, tokens: Tokens, push: PushStore): Desk {
  return {
    app,
    tokens,
    push,
    notes: new Map(),
    replies: new Map(),
    sent: new Map(),
    read: new Map(),
    numbers: new Map(),
    documents: new Set(),
  };
}
