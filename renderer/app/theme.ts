import { useLayoutEffect } from 'react';
import { useSession } from './session.ts';

/** Puts the theme and the density on the document; "as the system" follows the system live. */
export function useTheme(): void {
  const { theme, density } = useSession((state) => state.settings);
  // Before the first paint, or it would flash in the other theme.
  useLayoutEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const apply = (): void => {
      document.documentElement.dataset['theme'] =
        theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    };
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [theme]);
  useLayoutEffect(() => {
    document.documentElement.dataset['density'] = density;
  }, [density]);
}
