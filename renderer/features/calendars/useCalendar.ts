import type { CallOutput } from '#shared/contract/index.ts';
import type { CalendarSettings } from '#shared/model/calendar.ts';
import type { Fault } from '#shared/result.ts';
import { useWords } from '../../app/text.tsx';
import { useQuery } from '../../app/useQuery.ts';
import { call } from '../../bridge/client.ts';
import { useToast } from '../../ui/index.ts';

/** One change of the settings: what becomes of those that are set when it is done. */
export type Change = (now: CalendarSettings) => CalendarSettings;

/** What is set, and how it is changed. */
export interface Calendar {
  readonly value: CallOutput<'calendar.get'> | null;
  readonly fault: Fault | null;
  readonly reload: () => void;
  /** Does a change and offers to take it back; answers the fault that refused it. */
  readonly change: (change: Change, back: Change) => Promise<Fault | null>;
}

/** A change is done to what is set at that moment, so that taking back an older one leaves the newer ones. */
async function apply(change: Change): Promise<Fault | null> {
  const now = await call('calendar.get', {});
  if (!now.ok) return now.error;
  const { ownDaysOff, carrierWeeks, cutOffs } = now.value;
  const done = await call('calendar.set', change({ ownDaysOff, carrierWeeks, cutOffs }));
  return done.ok ? null : done.error;
}

export function useCalendar(): Calendar {
  const { t, faultText } = useWords();
  const toast = useToast();
  const { value, fault, reload } = useQuery('calendar.get', {}, []);
  const undo = async (back: Change): Promise<void> => {
    const refused = await apply(back);
    toast.show(refused ? { text: faultText(refused), tone: 'trouble' } : { text: t('calendar.undone') });
    reload();
  };
  return {
    value,
    fault,
    reload,
    change: async (change, back) => {
      const refused = await apply(change);
      if (!refused) {
        toast.show({
          text: t('calendar.saved'),
          action: { label: t('common.undo'), run: () => void undo(back) },
        });
      }
      reload();
      return refused;
    },
  };
}
