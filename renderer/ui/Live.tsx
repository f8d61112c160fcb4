import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const AnnounceContext = createContext<(text: string, assertive?: boolean) => void>(() => {});

/** Two live regions for what a sighted person sees happen: polite for results, assertive for trouble. */
export function LiveRegionProvider({ children }: { children: ReactNode }) {
  const [polite, setPolite] = useState('');
  const [assertive, setAssertive] = useState('');
  const announce = useCallback((text: string, urgent = false) => {
    const set = urgent ? setAssertive : setPolite;
    // The same words twice must be spoken twice: empty first, then say.
    set('');
    setTimeout(() => set(text), 50);
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="hidden" aria-live="polite">
        {polite}
      </div>
      <div className="hidden" aria-live="assertive">
        {assertive}
      </div>
    </AnnounceContext>
  );
}

/** Speaks to a screen reader. */
export function useAnnounce(): (text: string, assertive?: boolean) => void {
  return useContext(AnnounceContext);
}
