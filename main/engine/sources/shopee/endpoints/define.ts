import type { Read, ValueOf } from '../shape.ts';

/** Carries the type of a call's parameters; there is nothing in it. */
export interface Params<T> {
  readonly like?: T;
}

/** For calls without parameters. */
export type Nothing = Readonly<Record<string, never>>;

/** Names the type of a call's parameters. */
export const params = <T>(): Params<T> => ({});

/** One call of the Open Platform, as data. */
export interface Endpoint<P = unknown, A = unknown> {
  readonly method: 'GET' | 'POST';
  /** From `/api/v2` on: it is what is signed. */
  readonly path: string;
  readonly auth: 'public' | 'shop' | 'merchant';
  /** Whether the answer stands in `response`, or beside `error` at the top. */
  readonly wrapped: boolean;
  /** How list parameters of a GET are written: `a,b` or `x=a&x=b`. */
  readonly lists?: Readonly<Record<string, 'comma' | 'repeat'>>;
  /** The answer is a file (PDF, ZIP, HTML), and JSON only when it fails. */
  readonly file?: boolean;
  readonly params: Params<P>;
  readonly answer: Read<A | null>;
}

/** Declares a call; its types are kept. */
export const endpoint = <P, A>(declared: Endpoint<P, A>): Endpoint<P, A> => declared;

export type ParamsOf<E> = E extends Endpoint<infer P, unknown> ? P : never;
export type AnswerOf<E> = E extends { readonly answer: infer R } ? NonNullable<ValueOf<R>> : never;
