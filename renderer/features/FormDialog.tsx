import { type ReactNode, useId, useState } from 'react';
import type { Fault } from '#shared/result.ts';
import { useWords } from '../app/text.tsx';
import { Banner, Button, Dialog } from '../ui/index.ts';
import css from './features.module.css';

/** What saving comes to: null is done, a fault is shown and goes with the next change; `stay`: a field says what is wrong. */
export type Saved = Fault | 'stay' | null;

/** A dialog around one form: saved by its button or by Enter, busy meanwhile, closed once it is done. */
export function FormDialog({
  title,
  size,
  saveLabel,
  other,
  ownChecks = false,
  save,
  onClose,
  children,
}: {
  title: string;
  size?: 's';
  /** "Save" unless said. */
  saveLabel?: string;
  /** A second way to end it, beside saving. */
  other?: { readonly label: string; readonly run: () => Promise<Saved> } | null;
  /** True where the form says itself what is wrong, and the browser's own checks would only be in the way. */
  ownChecks?: boolean;
  save: () => Promise<Saved>;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t, faultText } = useWords();
  const id = useId();
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const end = async (run: () => Promise<Saved>): Promise<void> => {
    setBusy(true);
    const came = await run();
    setBusy(false);
    if (came === null) onClose();
    else if (came !== 'stay') setFault(came);
  };
  return (
    <Dialog
      open
      {...(size ? { size } : {})}
      title={title}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={
        <>
          {other && (
            <Button disabled={busy} onClick={() => void end(other.run)}>
              {other.label}
            </Button>
          )}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={id} busy={busy}>
            {saveLabel ?? t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={css['form']}
        noValidate={ownChecks}
        onChange={() => setFault(null)}
        onSubmit={(event) => {
          event.preventDefault();
          void end(save);
        }}
      >
        {fault && <Banner tone="critical" title={faultText(fault)} />}
        {children}
      </form>
    </Dialog>
  );
}
