import type { Migration } from './index.ts';

/**
 * Weather that was asked for, by square of a tenth of a degree (`shared/model/weather.ts`). A cache: it may be lost, and is
 * emptied when weather is turned off. `body`: the forecast as JSON.
 */
export const weather: Migration = {
  id: 1088,
  name: 'weather',
  sql: `
CREATE TABLE weather_cell (
  cell TEXT PRIMARY KEY,
  fetched_at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX weather_cell_age ON weather_cell(fetched_at);
`,
};
