import { useState } from 'react';
import type { CarrierSourceView } from '#shared/contract/carriers.ts';
import { LAB_NUMBER, LAB_NUMBERS_MAX, type LabRun } from '#shared/contract/lab.ts';
import { CARRIER_SOURCE_FACTS, type CarrierSourceId } from '#shared/model/carrierSource.ts';
import type { Fault } from '#shared/result.ts';
import { useQuery } from '../../app/useQuery.ts';
import { type Translate, useWords } from '../../app/text.tsx';
import { call } from '../../bridge/client.ts';
import {
  Banner,
  Button,
  Checkbox,
  Dialog,
  EmptyState,
  Progress,
  Select,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import css from '../features.module.css';
import { LabReport } from './LabReport.tsx';
import own from './services.module.css';

/** Calls on demand, and the services side by side. It can be closed while a run goes on. */
export function LabDialog({
  services,
  onClose,
}: {
  services: readonly CarrierSourceView[];
  onClose: () => void;
}) {
  const { t, fmt } = useWords();
  const { value, reload } = useQuery('lab.runs', {}, ['sources']);
  const [chosen, setChosen] = useState<number | null>(null);
  const runs = value?.runs ?? [];
  const running = runs.find(({ state }) => state === 'running');
  const shown = running ?? runs.find(({ id }) => id === chosen) ?? runs[0];
  const wordsOf = (run: LabRun): string =>
    t('lab.runOf', {
      when: fmt.when(run.startedAt),
      calls: fmt.number(run.done),
      state: t(`lab.state.${run.state}`),
    });
  return (
    <Dialog open onClose={onClose} title={t('lab.title')} size="l" closeLabel={t('common.close')}>
      <div className={css['stack']}>
        <p className={css['hint']}>{t('lab.hint')}</p>
        <LabForm
          enabled={services.filter((service) => service.enabled)}
          busy={running !== undefined}
          onStarted={(id) => {
            setChosen(id);
            reload();
          }}
        />
        {running && (
          <>
            <Progress
              value={running.planned === 0 ? null : running.done / running.planned}
              label={t('lab.running')}
              detail={t('lab.of', { done: fmt.number(running.done), planned: fmt.number(running.planned) })}
            />
            <ul className={css['lines']} role="status">
              {value?.waits.map(({ source, until, asked, code }) => (
                <li key={source} className={css['hint']}>
                  {t('lab.waits', {
                    ...{ source: CARRIER_SOURCE_FACTS[source].name, time: fmt.second(until), code },
                    asked: asked ? 'yes' : 'no',
                  })}
                </li>
              ))}
            </ul>
            <div>
              <Button
                variant="danger"
                onClick={() => void call('lab.cancel', { runId: running.id }).then(reload)}
              >
                {t('lab.stop')}
              </Button>
            </div>
          </>
        )}
        {!running && runs.length > 1 && shown && (
          <Select
            label={t('lab.run')}
            value={String(shown.id)}
            options={runs.map((run) => ({ value: String(run.id), label: wordsOf(run) }))}
            onChange={(id) => setChosen(Number(id))}
          />
        )}
        {shown ? (
          <LabReport run={shown} />
        ) : (
          <EmptyState kind="no-data" icon="sources" title={t('lab.none')} text={t('lab.noneText')} />
        )}
      </div>
    </Dialog>
  );
}

function LabForm({
  enabled,
  busy,
  onStarted,
}: {
  enabled: readonly CarrierSourceView[];
  busy: boolean;
  onStarted: (id: number) => void;
}) {
  const { t, faultText } = useWords();
  const [off, setOff] = useState<ReadonlySet<CarrierSourceId>>(new Set());
  const [figures, setFigures] = useState({ calls: '20', perSecond: '1', mayCharge: '0' });
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const few = { text: '', stage: null, market: null, state: 'moving', limit: 5, cursor: null } as const;
  const parcels = useQuery('parcels.page', few, []).value?.rows ?? [];
  const numbers = typed ?? parcels.map((row) => row.number).join('\n');
  if (enabled.length === 0) return <Banner tone="accent" title={t('lab.noSources')} />;
  const given = numbers.split(/[\s,;，；、]+/).filter((number) => number !== '');
  const start = async (): Promise<void> => {
    const wrong = wrongIn(given, t);
    setRefused(wrong);
    if (wrong !== undefined) return;
    const answer = await call('lab.start', {
      sources: enabled.map(({ source }) => source).filter((source) => !off.has(source)),
      numbers: given,
      calls: Number(figures.calls),
      perSecond: Number(figures.perSecond),
      mayCharge: Number(figures.mayCharge),
    });
    setFault(answer.ok ? null : answer.error);
    if (answer.ok) onStarted(answer.value.id);
  };
  const figure = (key: keyof typeof figures, hint?: string) => (
    <TextField
      label={t(`lab.${key}`)}
      hint={hint}
      type="number"
      min={key === 'mayCharge' ? 0 : key === 'calls' ? 1 : 0.1}
      max={key === 'perSecond' ? 10 : 500}
      step={key === 'perSecond' ? 0.1 : 1}
      required
      value={figures[key]}
      onChange={(event) => setFigures({ ...figures, [key]: event.target.value })}
    />
  );
  return (
    <form
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <fieldset className={own['checks']}>
        <legend>{t('lab.sources')}</legend>
        {enabled.map(({ source, name }) => (
          <Checkbox
            key={source}
            label={name}
            checked={!off.has(source)}
            onChange={(on) =>
              setOff(new Set([...off].filter((each) => each !== source).concat(on ? [] : [source])))
            }
          />
        ))}
      </fieldset>
      <TextArea
        label={t('lab.numbers')}
        rows={3}
        required
        value={numbers}
        error={refused}
        onChange={(event) => {
          setTyped(event.target.value);
          setRefused(undefined);
        }}
      />
      <div className={own['fields']}>
        {figure('calls')}
        {figure('perSecond')}
        {figure('mayCharge', t('lab.mayChargeHint'))}
      </div>
      {fault && <Banner tone="critical" title={faultText(fault)} />}
      <div>
        <Button variant="primary" type="submit" disabled={busy || off.size === enabled.length}>
          {t('lab.start')}
        </Button>
      </div>
    </form>
  );
}

/** Why these are no waybills to ask for; undefined where they are. */
function wrongIn(numbers: readonly string[], t: Translate): string | undefined {
  if (numbers.length === 0) return t('lab.error.none');
  if (numbers.length > LAB_NUMBERS_MAX) {
    return t('lab.error.many', { most: LAB_NUMBERS_MAX, n: numbers.length });
  }
  const number = numbers.find((each) => !LAB_NUMBER.test(each));
  return number === undefined ? undefined : t('lab.error.number', { number: number.slice(0, 60) });
}
