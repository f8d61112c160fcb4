import { useState } from 'react';
import { CARRIER_SOURCE_FACTS, type PushSourceId } from '#shared/model/carrierSource.ts';
import type { PushState } from '#shared/contract/carriers.ts';
import { copyText } from '../../app/clipboard.ts';
import { useQuery } from '../../app/useQuery.ts';
import { useWords } from '../../app/text.tsx';
import { call } from '../../bridge/client.ts';
import { Button, DataTable, IconButton, Panel, Switch, Tag, TextField, useToast } from '../../ui/index.ts';
import css from '../features.module.css';
import own from './services.module.css';

/** What becomes of a push that is not taken, worst first. */
const REFUSALS = ['bad-signature', 'stale', 'unreadable', 'too-large', 'failed'] as const;

const nameOf = (source: PushSourceId): string =>
  source === 'shopee' ? 'Shopee' : CARRIER_SOURCE_FACTS[source].name;

/** The receiver of pushes: a switch, the tunnel's address, and what to enter at each service. */
export function PushPanel() {
  const { t } = useWords();
  const state = useQuery('carriers.push', {}, ['sources']);
  return state.value ? (
    <Panel title={t('push.title')}>
      <Receiver state={state.value} onChanged={state.reload} />
    </Panel>
  ) : null;
}

function Receiver({ state, onChanged }: { state: PushState; onChanged: () => void }) {
  const { t, fmt, faultText } = useWords();
  const toast = useToast();
  const [base, setBase] = useState(state.publicBase ?? '');
  const [port, setPort] = useState(String(state.port));
  const [wish, setWish] = useState<boolean | null>(null);
  const set = async (on: boolean): Promise<void> => {
    setWish(on);
    const wanted = { on, port: Number(port), publicBase: base.trim() === '' ? null : base.trim() };
    const answer = await call('carriers.setPush', wanted);
    if (!answer.ok) {
      setWish(null);
      toast.show({ text: faultText(answer.error), tone: 'trouble' });
    }
    onChanged();
  };
  const changed = base.trim() !== (state.publicBase ?? '') || port !== String(state.port);
  return (
    <div className={css['stack']}>
      <Switch
        label={t('push.on')}
        hint={t('push.hint')}
        checked={wish ?? state.on}
        onChange={(on) => void set(on)}
      />
      {state.listening !== null && <p>{t('push.listening', { port: String(state.listening) })}</p>}
      <form
        className={own['fields']}
        onSubmit={(event) => {
          event.preventDefault();
          void set(state.on);
        }}
      >
        <TextField
          label={t('push.base')}
          hint={t('push.baseHint')}
          type="url"
          value={base}
          onChange={(event) => setBase(event.target.value)}
        />
        <TextField
          label={t('push.port')}
          hint={t('push.portHint')}
          type="number"
          min={0}
          max={65_535}
          value={port}
          onChange={(event) => setPort(event.target.value)}
        />
        <div className={own['beside']}>
          <Button type="submit" disabled={!changed}>
            {t('common.save')}
          </Button>
        </div>
      </form>
      <DataTable
        caption={t('push.url')}
        hideCaption
        rows={state.sources}
        rowKey={({ source }) => source}
        columns={[
          { id: 'source', header: t('services.source'), cell: ({ source }) => nameOf(source) },
          {
            id: 'ready',
            header: t('push.ready'),
            cell: ({ ready }) => (
              <Tag tone={ready ? 'good' : 'neutral'}>{t(ready ? 'push.isReady' : 'push.notReady')}</Tag>
            ),
          },
          {
            id: 'url',
            header: t('push.url'),
            cell: ({ source, url }) =>
              url === null ? (
                t('push.noUrl')
              ) : (
                <span className={css['inLine']}>
                  <code className={own['url']}>{url}</code>
                  <IconButton
                    icon="copy"
                    label={t('push.copy', { name: nameOf(source) })}
                    onClick={() => void copyText(url)}
                  />
                </span>
              ),
          },
          {
            id: 'week',
            header: t('push.week'),
            align: 'end',
            cell: ({ week, ready }) => {
              const taken = (week['taken'] ?? 0) + (week['replayed'] ?? 0);
              const all = Object.values(week).reduce((sum, n) => sum + n, 0);
              return (
                <>
                  {`${fmt.number(taken)} / ${fmt.number(all - taken)}`}
                  {REFUSALS.filter((why) => (week[why] ?? 0) > 0).map((why) => (
                    <div key={why} className={css['hint']}>
                      {t(`push.refused.${why === 'bad-signature' && !ready ? 'no-secret' : why}`, {
                        n: fmt.number(week[why] ?? 0),
                      })}
                    </div>
                  ))}
                </>
              );
            },
          },
        ]}
      />
    </div>
  );
}
