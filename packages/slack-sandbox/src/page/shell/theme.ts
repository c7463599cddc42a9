import { useEffect, useState } from 'preact/hooks';

type Theme = 'light' | 'dark';

const key = 'sandbox-theme';

function preferred(): Theme {
  const kept = localStorage.getItem(key);
  if (kept === 'light' || kept === 'dark') return kept;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Light or dark: as the system has it, until somebody chooses. */
export function useTheme(): readonly [Theme, () => void] {
  const [theme, setTheme] = useState(preferred);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => setTheme(preferred());
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, []);
  const toggle = (): void => {
    const next = theme === 'light' ? 'dark' : 'light';
    localStorage.setItem(key, next);
    setTheme(next);
  };
  return [theme, toggle];
}
