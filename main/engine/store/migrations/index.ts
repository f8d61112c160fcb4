import { foundation } from './1000-foundation.ts';
import { shops } from './1010-shops.ts';
import { carriers } from './1030-carriers.ts';
import { places } from './1045-places.ts';
import { etaScores } from './1055-eta-scores.ts';

/** One step forward. Numbered with gaps; once released it never changes. */
export interface Migration {
  readonly id: number;
  readonly name: string;
  readonly sql: string;
}

/** All migrations, oldest first. */
export const MIGRATIONS: readonly Migration[] = [foundation, shops, carriers, places, etaScores];
