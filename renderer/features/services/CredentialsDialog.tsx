import { useState } from 'react';
import type { CarrierSourceView } from '#shared/contract/carriers.ts';
import { CARRIER_SOURCE_FACTS, type CarrierSourceId } from '#shared/model/carrierSource.ts';
import type { UiKey } from '#shared/text/ui/index.ts';
import { useWords } from '../../app/text.tsx';
import { call } from '../../bridge/client.ts';
import { Banner, Select, TextField, useToast } from '../../ui/index.ts';
import css from '../features.module.css';
import { FormDialog, type Saved } from '../FormDialog.tsx';

/** What to type for a service, and where the service shows it. A saved secret is never shown again. */
export function CredentialsDialog({
  services,
  first,
  onClose,
}: {
  services: readonly CarrierSourceView[];
  first: CarrierSourceId | 'choose';
  onClose: () => void;
}) {
  const { t } = useWords();
  const toast = useToast();
  const unset = services.find(({ credentials }) => credentials === null);
  const [source, setSource] = useState<CarrierSourceId>(
    first === 'choose' ? (unset?.source ?? '17track') : first,
  );
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  /** The field that cannot be right, until something is changed. */
  const [refused, setRefused] = useState<string | null>(null);
  const facts = CARRIER_SOURCE_FACTS[source];
  const saved = services.find((service) => service.source === source)?.credentials ?? null;
  const shownOf = (key: string): string | null => saved?.find((field) => field.key === key)?.shown ?? null;
  /** A secret begins blank, so that blank can mean "as it is"; anything else begins as it was saved. */
  const valueOf = (key: string, secret: boolean): string =>
    typed[key] ?? (secret ? '' : (shownOf(key) ?? ''));
  const save = async (): Promise<Saved> => {
    const credentials = Object.fromEntries(
      facts.fields.map(({ key, secret, options }) => [key, valueOf(key, secret) || (options?.[0] ?? '')]),
    );
    const answer = await call('carriers.save', { source, credentials });
    const on = answer.ok ? await call('carriers.setEnabled', { source, enabled: true }) : answer;
    if (!on.ok) {
      const wrong = facts.fields.find(({ key }) => key === on.error.detail?.['field'])?.key ?? null;
      setRefused(wrong);
      return wrong === null ? on.error : 'stay';
    }
    toast.show({ text: t('services.saved') });
    return null;
  };
  return (
    <FormDialog
      title={first === 'choose' ? t('services.add') : facts.name}
      saveLabel={t('services.saveOn')}
      save={save}
      onClose={onClose}
    >
      {first === 'choose' && (
        <Select
          label={t('services.source')}
          value={source}
          options={services.map((service) => ({ value: service.source, label: service.name }))}
          onChange={(next) => {
            setSource(next);
            setTyped({});
            setRefused(null);
          }}
        />
      )}
      {facts.known === 'partial' && (
        <Banner tone="medium" title={t('carrierSource.unverified')}>
          {t('carrierSource.unverifiedHint')}
        </Banner>
      )}
      <p className={css['hint']}>{t(`carrierSource.paid.${facts.paidPer}`)}</p>
      <p>
        <strong>{t('services.where')}: </strong>
        {t(`carrierSource.${source}.where`)}
      </p>
      {facts.fields.map(({ key, secret, optional, options }) => {
        const label = t(`carrierSource.${source}.${key}` as UiKey);
        const set = (value: string): void => {
          setTyped({ ...typed, [key]: value });
          setRefused(null);
        };
        if (options) {
          const choices = options.map((value) => ({ value, label: value.toUpperCase() }));
          const value = valueOf(key, secret) || (options[0] ?? '');
          return <Select key={key} label={label} value={value} options={choices} onChange={set} />;
        }
        const shown = shownOf(key);
        const hint =
          secret && shown !== null
            ? t('services.keep', { shown })
            : optional
              ? t('services.optional')
              : undefined;
        return (
          <TextField
            key={key}
            label={label}
            hint={hint}
            error={
              refused === key
                ? t(valueOf(key, secret) === '' ? 'refused.missing' : 'services.wrongField')
                : undefined
            }
            type={secret ? 'password' : 'text'}
            autoComplete="off"
            spellCheck={false}
            maxLength={400}
            value={valueOf(key, secret)}
            onChange={(event) => set(event.target.value)}
          />
        );
      })}
    </FormDialog>
  );
}
