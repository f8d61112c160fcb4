import type { Migration } from './index.ts';

/**
 * What a person set about working days, in its wider shape: days off with an end, a name and a place, weeks by place, cut-offs
 * with a zone. What was set before held for the seller's country and clock. A text that is no JSON stays; it counts as none.
 */
export const calendarSettings: Migration = {
  id: 1085,
  name: 'calendar-settings',
  sql: `
UPDATE state SET value = json_object(
  'ownDaysOff', json((SELECT json_group_array(json_object('from', d.value, 'to', d.value, 'name', '', 'place', 'CN'))
    FROM json_each(state.value, '$.ownDaysOff') d)),
  'carrierWeeks', json((SELECT json_group_array(json_object('carrier', w.key, 'place', NULL, 'days', json(w.value)))
    FROM json_each(state.value, '$.carrierWeeks') w)),
  'cutOffs', json((SELECT json_group_array(json_object('carrier', c.key, 'time', c.value, 'zone', 'Asia/Shanghai'))
    FROM json_each(state.value, '$.cutOffs') c)))
WHERE key = 'calendar.settings' AND json_valid(value);
`,
};
