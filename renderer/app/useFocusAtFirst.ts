import { type RefObject, useEffect } from 'react';
import type { ListHandle } from '../ui/index.ts';

/** Gives a screen's list the focus when the screen opens and nothing else has it, so that its keys work at once. */
export function useFocusAtFirst(list: RefObject<ListHandle | null>): void {
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body || activeElement.closest('nav')) {
      list.current?.focus();
    }
  }, [list]);
}
