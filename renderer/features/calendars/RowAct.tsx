import { Button, VisuallyHidden } from '../../ui/index.ts';

/** A row's button: one word for the eye, the whole of what it does for those who only hear it. */
export function RowAct({ word, name, onClick }: { word: string; name: string; onClick: () => void }) {
  return (
    <Button size="s" variant="quiet" onClick={onClick}>
      <span aria-hidden="true">{word}</span>
      <VisuallyHidden>{name}</VisuallyHidden>
    </Button>
  );
}
