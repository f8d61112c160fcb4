import type { OwnRule } from '#shared/model/ownRule.ts';
import { carrierWord, nodeName } from '../../app/names.ts';
import { useSaveTo } from '../../app/saveTo.ts';
import { useWords } from '../../app/text.tsx';
import { useQuery } from '../../app/useQuery.ts';
import { bridge, call } from '../../bridge/client.ts';
import { Button, DataTable, Panel, useToast } from '../../ui/index.ts';
import css from '../features.module.css';
import { RowAction } from '../RowAction.tsx';

/** What the user has said that words mean: to look at, to take back, to hand on. Nothing while there are none. */
export function RulesPanel() {
  const words = useWords();
  const { t, fmt, faultText } = words;
  const toast = useToast();
  const saveTo = useSaveTo();
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
  const hand = (): Promise<void> => {
    const name = 'seamark-rules.json';
    return saveTo(
      { name, extension: 'json' },
      (path) => call('sources.exportRules', { path }),
      (n) => t('sources.rulesExported', { n, file: name }),
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
            cell: ({ node, reason }) => nodeName(node, reason, words),
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
              <RowAction label={t('sources.removeRule')} row={rule.text} onAct={() => void remove(rule)} />
            ),
          },
        ]}
      />
    </Panel>
  );
}
