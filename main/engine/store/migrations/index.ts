import { foundation } from './1000-foundation.ts';
import { etaScores } from './1055-eta-scores.ts';
import { shops } from './1010-shops.ts';

/** One step forward. Numbered with gaps; once released it never changes. */
export interface Migration {
  readonly id: number;
  readonly name: string;
  readonly sql: string;
}

/** All migrations, oldest first. */
export const MIGRATIONS: readonly Migration[] = [foundation, shops, etaScores];
