import { useRef } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../app/text.tsx';
import { bridge } from '../../bridge/client.ts';
import { Banner, Button, Dialog, Progress } from '../../ui/index.ts';
import css from './imports.module.css';
import { MapStep } from './MapStep.tsx';
import { RunStep } from './RunStep.tsx';
import { chooseAnother, closeImport, EXTENSIONS, pickFile, startImport, takeFile, wizard } from './store.ts';

/** The import as one dialog: choose, map, watch, read the result. */
export function ImportDialog() {
  const { t, faultText } = useWords();
  const state = useStore(wizard);
  if (!state.open) return null;
  const blocked = state.preview === null || state.preview.problems.length > 0;
  return (
    <Dialog
      open
      size={state.step === 'choose' || state.step === 'reading' ? 'm' : 'l'}
      title={t('import.title')}
      closeLabel={t('common.close')}
      onClose={closeImport}
      actions={
        state.step === 'map' && (
          <>
            <Button onClick={chooseAnother}>{t('import.other')}</Button>
            <Button variant="primary" icon="import" disabled={blocked} onClick={() => void startImport()}>
              {t('import.start')}
            </Button>
          </>
        )
      }
    >
      <div className={css['steps']}>
        {state.fault && <Banner tone="critical" title={faultText(state.fault)} />}
        {state.step === 'choose' && <ChooseStep />}
        {state.step === 'reading' && <Progress value={null} label={t('import.reading')} />}
        {state.step === 'map' && state.preview && <MapStep preview={state.preview} />}
        {state.step === 'run' && state.importId !== null && <RunStep importId={state.importId} />}
      </div>
    </Dialog>
  );
}

function ChooseStep() {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={css['drop']}>
      <p className={css['dropTitle']}>{t('import.drop')}</p>
      <p className={css['soft']}>{t('import.dropHint')}</p>
      <Button
        variant="primary"
        icon="file"
        onClick={() => (bridge.surface === 'desktop' ? void pickFile() : input.current?.click())}
      >
        {t('import.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={EXTENSIONS.map((extension) => `.${extension}`).join(',')}
        data-testid="import-file"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void takeFile(file);
        }}
      />
    </div>
  );
}
