/** Everything that can be switched on to go wrong. */
export const FAULTS = [
  // The network in front of the platform.
  '502',
  'slow',
  'cut-before',
  'cut-after',
  'half-body',
  // The gateway.
  'rate',
  'quota',
  'address',
  'key-expired',
  'skew',
  // Answers with an error although the call was right.
  'server',
  'network',
  'inner',
  'auth-no-permission',
  'auth-partner',
  'auth-deleted',
  'auth-system',
  'auth-token',
  'token-expires',
  'revoked',
  'banned',
  // Right in form, wrong in content.
  'duplicate-page',
  'endless',
  'vanish',
  'batch-partial',
  'no-number',
  'extra-fields',
  'strange-values',
  'strange-everywhere',
  'text-numbers',
  'empty-nulls',
  'all-nulls',
] as const;
export type FaultKind = (typeof FAULTS)[number];

/** When a fault strikes. Instants in milliseconds of the server's clock. */
export interface FaultRule {
  readonly fault: FaultKind;
  /** Probability per matching call; 1 when absent. */
  readonly share?: number;
  /** At most so often, then no more. */
  readonly times?: number;
  /** Part of the path ("order/get_order_list"); every call outside the Public kind when absent. */
  readonly path?: string;
  readonly shopId?: number;
  readonly from?: number;
  readonly until?: number;
  /** Milliseconds of `slow` and `skew`; calls a day of `quota`; order number of `vanish`. */
  readonly value?: number | string;
  /** The same question is not struck twice in a row: whoever asks again gets an answer. */
  readonly relents?: boolean;
}

/** What to tell a person who asks for the names. */
export const isFault = (name: string): name is FaultKind => (FAULTS as readonly string[]).includes(name);
