import { goTo } from '../../app/routes.ts';
import { useWords } from '../../app/text.tsx';
import { Banner, Button, IconButton, Skeleton } from '../../ui/index.ts';
import css from '../features.module.css';
import { CutOffs } from './CutOffs.tsx';
import { Holidays } from './Holidays.tsx';
import { OwnDays } from './OwnDays.tsx';
import { useCalendar } from './useCalendar.ts';
import { Weeks } from './Weeks.tsx';

/** Screen: which days count. Own days off, carriers' weeks and cut-offs are set here; public holidays are read. */
export function Calendars() {
  const { t, faultText } = useWords();
  const calendar = useCalendar();
  const { value, fault, reload } = calendar;
  return (
    <div className={css['page']} data-keys="detail" tabIndex={-1}>
      <div className={css['pageInner']}>
        <div className={css['oneLine']}>
          <IconButton icon="back" label={t('nav.settings')} onClick={() => goTo('settings')} />
          <h1>{t('calendar.title')}</h1>
        </div>
        <p className={css['lead']}>{t('calendar.lead')}</p>
        {fault && (
          <Banner
            tone="high"
            title={faultText(fault)}
            actions={<Button onClick={reload}>{t('common.retry')}</Button>}
          />
        )}
        {!value && !fault && <Skeleton lines={8} />}
        {value && (
          <>
            <OwnDays value={value} calendar={calendar} />
            <Weeks value={value} calendar={calendar} />
            <CutOffs value={value} calendar={calendar} />
            <Holidays value={value} />
          </>
        )}
      </div>
    </div>
  );
}
