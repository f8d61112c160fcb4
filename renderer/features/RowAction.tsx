import { useWords } from '../app/text.tsx';
import { Button } from '../ui/index.ts';

/** What can be done with a row of a table; to those who hear it, it says with which. */
export function RowAction({ label, row, onAct }: { label: string; row: string; onAct: () => void }) {
  const { t } = useWords();
  return (
    <Button size="s" aria-label={t('common.labelled', { label, value: row })} onClick={onAct}>
      {label}
    </Button>
  );
}
