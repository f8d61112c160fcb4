import type { CarrierSourceView } from '#shared/contract/carriers.ts';
import type { Fault } from '#shared/result.ts';
import { useWords } from '../../app/text.tsx';
import { call } from '../../bridge/client.ts';
import { IconButton, Menu, useToast } from '../../ui/index.ts';

/** What can be done to a service that is set up. */
export function ServiceMenu({ service, onEdit }: { service: CarrierSourceView; onEdit: () => void }) {
  const { t, fmt, faultText } = useWords();
  const toast = useToast();
  const { source, name, enabled } = service;
  const trouble = (fault: Fault): void => toast.show({ text: faultText(fault), tone: 'trouble' });
  const test = async (): Promise<void> => {
    const answer = await call('carriers.test', { source });
    if (!answer.ok) return trouble(answer.error);
    const { ms, allowance } = answer.value;
    const left = allowance?.left ?? null;
    toast.show({
      text:
        left === null
          ? t('services.tested', { name, ms: fmt.number(ms) })
          : t('services.testedLeft', { name, ms: fmt.number(ms), left: fmt.number(left) }),
    });
  };
  const change = async (what: 'carriers.setEnabled' | 'carriers.forget'): Promise<void> => {
    const answer =
      what === 'carriers.forget'
        ? await call(what, { source })
        : await call(what, { source, enabled: !enabled });
    if (!answer.ok) trouble(answer.error);
  };
  const label = t('services.actionsOf', { name });
  return (
    <Menu
      label={label}
      trigger={<IconButton icon="more" label={label} />}
      items={[
        {
          id: 'switch',
          label: t(enabled ? 'services.turnOff' : 'services.turnOn'),
          onSelect: () => void change('carriers.setEnabled'),
        },
        { id: 'test', label: t('services.test'), onSelect: () => void test() },
        { id: 'edit', label: t('services.credentials'), onSelect: onEdit },
        'separator',
        {
          id: 'forget',
          label: t('services.forget'),
          tone: 'danger',
          onSelect: () => void change('carriers.forget'),
        },
      ]}
    />
  );
}
