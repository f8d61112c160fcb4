import type { OwnRule } from '#shared/model/ownRule.ts';
import { carrierWord } from '../../app/names.ts';
import { useWords } from '../../app/text.tsx';
import { useQuery } from '../../app/useQuery.ts';
import { bridge, call } from '../../bridge/client.ts';
import { Button, DataTable, Panel, useToast } from '../../ui/index.ts';
import css from '../features.module.css';

/** What the user has said that words mean: to look at, to take back, to hand on. Nothing while there are none. */
export function RulesPanel() {
  const words = useWords();
  const { t, fmt, faultText } = words;
  const toast = useToast();
  const rules = useQuery('sources.rules', {}, ['sources']).value?.rules ?? [];
  if (rules.length === 0) return null;

  const remove = async ({ id, carrier, code, text, node, reason }: OwnRule): Promise<void> => {
    const done = await call('sources.unmapText', { ruleId: id });
    toast.show(
      done.ok
        ? {
            text: t('sources.ruleRemoved', { n: done.value.parcels }),
            action: {
              label: t('common.undo'),
              run: () => {
                if (node !== 'UNKNOWN') void call('sources.mapText', { carrier, code, text, node, reason });
              },
            },
          }
        : { text: faultText(done.error), tone: 'trouble' },
    );
  };
  const hand = async (): Promise<void> => {
    const name = 'seamark-rules.json';
    const place = await call('shell.saveFile', { name, extensions: ['json'] });
    if (place.ok && place.value.path === null) return;
    const done = place.ok
      ? await call('sources.exportRules', { path: place.value.path ?? '' })
      : { ok: false as const, error: place.error };
    toast.show(
      done.ok
        ? { text: t('sources.rulesExported', { n: done.value.rows, file: name }) }
        : { text: faultText(done.error), tone: 'trouble' },
    );
  };

  return (
    <Panel
      title={t('sources.rules')}
      actions={
        bridge.surface === 'desktop' && (
          <Button size="s" icon="export" onClick={() => void hand()}>
            {t('sources.exportRules')}
          </Button>
        )
      }
    >
      <DataTable<OwnRule>
        caption={t('sources.rules')}
        hideCaption
        rows={rules}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'text',
            header: t('sources.text'),
            cell: ({ text, carrier, code }) => (
              <>
                <span className={css['written']}>{text}</span>
                <span className={css['hint']}>
                  {[carrier === null ? t('sources.anyCarrier') : carrierWord(carrier, words), code]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </>
            ),
          },
          {
            id: 'means',
            header: t('sources.ruleMeans'),
            cell: ({ node, reason }) =>
              [t(`node.${node}`), reason && t(`reason.${reason}`)].filter(Boolean).join(' · '),
          },
          {
            id: 'at',
            header: t('sources.when'),
            align: 'end',
            tight: true,
            cell: ({ at }) => <time title={fmt.full(at)}>{fmt.when(at)}</time>,
          },
          {
            id: 'remove',
            header: '',
            acts: true,
            cell: (rule) => (
              <Button
                size="s"
                aria-label={`${t('sources.removeRule')}: ${rule.text}`}
                onClick={() => void remove(rule)}
              >
                {t('sources.removeRule')}
              </Button>
            ),
          },
        ]}
      />
    </Panel>
  );
}
