import { useEffect, useState } from 'react';
import type { AroundNavHandler } from 'wouter';

type Go = () => void;

/** What asks before the page is left; at most one page has something unsaved. */
let ask: ((go: Go) => void) | undefined;

/** Every way within the portal passes here; a change of the query alone stays on the page. */
export const aroundNav: AroundNavHandler = (navigate, to, options) => {
  const elsewhere = new URL(to, window.location.href).pathname !== window.location.pathname;
  if (ask && elsewhere) ask(() => navigate(to, options));
  else navigate(to, options);
};

/**
 * Asks before what is unsaved is left, also by closing the tab. Going back in the browser is not asked, as nothing can
 * hold it up.
 */
export function useLeaving(unsaved: boolean): { asked: boolean; leave: Go; stay: Go } {
  const [go, setGo] = useState<Go | undefined>();
  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    ask = (wanted) => setGo(() => wanted);
    window.addEventListener('beforeunload', warn);
    return () => {
      ask = undefined;
      window.removeEventListener('beforeunload', warn);
    };
  }, [unsaved]);
  return {
    asked: unsaved && go !== undefined,
    leave: () => {
      ask = undefined;
      go?.();
    },
    stay: () => setGo(undefined),
  };
}
