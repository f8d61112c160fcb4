import { useState } from 'react';
import type { WeatherView } from '#shared/contract/weather.ts';
import { useQuery } from '../../app/useQuery.ts';
import { useWords } from '../../app/text.tsx';
import { WeatherCredit } from '../../app/WeatherCredit.tsx';
import { call } from '../../bridge/client.ts';
import { Button, Switch, Tag, TextField, useToast } from '../../ui/index.ts';
import css from '../features.module.css';
import own from './weather.module.css';

type Wish = Partial<{ on: boolean; address: string | null; key: string | null }>;

/** Weather: a switch that says what is sent and where, what is known, and where else to ask. */
export function Weather() {
  const { t, faultText } = useWords();
  const toast = useToast();
  const { value, reload } = useQuery('weather.get', {}, ['sources']);
  const [wish, setWish] = useState<boolean | null>(null);
  if (!value) return null;
  // Until the answer to the question after a change is here, the switch shows the wish.
  if (wish === value.on) setWish(null);
  const set = async ({
    on = value.on,
    address = value.address,
    key = null,
  }: Wish): Promise<string | null> => {
    setWish(on);
    const answer = await call('weather.set', { on, address, key });
    reload();
    if (answer.ok) return null;
    setWish(null);
    if (answer.error.code === 'credentials-incomplete') return t('weather.addressWrong');
    toast.show({ text: faultText(answer.error), tone: 'trouble' });
    return null;
  };
  const { host } = new URL(value.host);
  return (
    <div className={css['stack']}>
      <Switch
        label={t('weather.on')}
        hint={t('weather.hint')}
        checked={wish ?? value.on}
        onChange={(on) => void set({ on })}
      />
      <p className={css['hint']}>{t('weather.sent', { host })}</p>
      <p className={css['hint']}>{t('weather.terms')}</p>
      {value.on && <State view={value} />}
      <Own key={value.address ?? ''} view={value} set={set} />
      <p>
        <WeatherCredit />
      </p>
    </div>
  );
}

function State({ view }: { view: WeatherView }) {
  const { t, fmt, lang, faultText } = useWords();
  const { state, asOf, offline, problem, places, askedToday, drift, warnings } = view;
  const countries = new Intl.DisplayNames(lang, { type: 'region' });
  const day = (date: string): string => fmt.day(Date.parse(`${date}T00:00:00Z`), 'UTC');
  return (
    <>
      <p className={css['detailTitle']}>
        <Tag tone={state === 'fresh' ? 'good' : state === 'old' ? 'high' : 'neutral'}>
          {t(`weather.state.${state}`, { when: fmt.when(asOf) })}
        </Tag>
        <span className={css['hint']}>
          {t('weather.places', { n: places, asked: fmt.number(askedToday) })}
        </span>
      </p>
      {offline ? (
        <p className={css['hint']}>{t('weather.offline')}</p>
      ) : (
        problem && <p className={css['hint']}>{faultText({ code: problem })}</p>
      )}
      {drift > 0 && <p className={css['hint']}>{t('weather.drift', { n: fmt.number(drift) })}</p>}
      {state === 'fresh' && warnings.length === 0 && <p className={css['hint']}>{t('weather.noWarnings')}</p>}
      {warnings.length > 0 && (
        <ul className={own['warnings']} aria-label={t('weather.warnings')}>
          {warnings.map(({ placeId, place, placeZh, country, from, to, kind, level }) => (
            <li key={`${placeId} ${from}`} className={css['detailTitle']}>
              <Tag
                tone={level === 'extreme' ? 'critical' : level === 'severe' ? 'high' : 'medium'}
                icon="weather"
              >
                {t(`weather.${kind}.${level}`)}
              </Tag>
              <span>
                {t('weather.where', {
                  place: (lang === 'zh-CN' ? placeZh : null) ?? place,
                  country: countries.of(country) ?? country,
                })}
              </span>
              <span className={css['hint']}>
                {t('weather.days', { from: day(from), to: day(to), oneDay: from === to ? 'yes' : 'no' })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A paid plan, or a server of one's own. Most need neither, so it is folded away. */
function Own({ view, set }: { view: WeatherView; set: (wish: Wish) => Promise<string | null> }) {
  const { t } = useWords();
  const [address, setAddress] = useState(view.address ?? '');
  const [key, setKey] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const save = async (given: string | null): Promise<void> => {
    const fault = await set({ address: address.trim() === '' ? null : address.trim(), key: given });
    setWrong(fault);
    if (fault === null) setKey('');
  };
  const changed = address.trim() !== (view.address ?? '') || key.trim() !== '';
  return (
    <details className={own['own']} open={view.address !== null || view.hasKey ? true : undefined}>
      <summary>{t('weather.own')}</summary>
      <form
        className={own['fields']}
        onSubmit={(event) => {
          event.preventDefault();
          void save(key.trim() === '' ? null : key.trim());
        }}
      >
        <TextField
          label={t('weather.key')}
          hint={view.hasKey ? t('weather.keyKept') : undefined}
          type="password"
          autoComplete="off"
          maxLength={200}
          value={key}
          onChange={(event) => setKey(event.target.value)}
        />
        <TextField
          label={t('weather.address')}
          hint={t('weather.addressHint')}
          error={wrong ?? undefined}
          maxLength={300}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
        <div className={css['actions']}>
          <Button type="submit" disabled={!changed}>
            {t('common.save')}
          </Button>
          {view.hasKey && <Button onClick={() => void save('')}>{t('weather.keyOut')}</Button>}
        </div>
      </form>
    </details>
  );
}
