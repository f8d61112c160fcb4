import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useWords } from '../../app/text.tsx';
import { useToast } from '../../ui/index.ts';
import css from './imports.module.css';
import { takeFile } from './store.ts';

/** A file may be dropped anywhere on the window. (The dialog's button is the way without dragging.) */
export function DropTarget({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const toast = useToast();
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  return (
    <div
      className={css['dropFrame']}
      onDragEnter={(event) => {
        if (!carriesFiles(event)) return;
        depth.current += 1;
        setOver(true);
      }}
      onDragLeave={() => {
        depth.current = Math.max(0, depth.current - 1);
        if (depth.current === 0) setOver(false);
      }}
      onDragOver={(event) => carriesFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        const { files } = event.dataTransfer;
        if (files.length > 1) toast.show({ text: t('import.oneFile') });
        const file = files[0];
        if (file) void takeFile(file);
      }}
    >
      {children}
      {over && <div className={css['dropVeil']}>{t('import.release')}</div>}
    </div>
  );
}
