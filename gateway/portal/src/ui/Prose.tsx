import { memo, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import './prose.css';

/** Paths on this host that are not pages of the portal. */
const elsewhere = /^\/(api|auth|feeds|problems)(\/|$)/;

/**
 * A text that people wrote, as the service made it HTML: it lets through nothing that could do something to a reader, so
 * it is put into the page as it is. Links within the portal are followed without loading it anew.
 */
export const Prose = memo(function Prose({ html, label }: { html: string; label?: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [, navigate] = useLocation();

  useEffect(() => {
    const element = box.current;
    const follow = (event: MouseEvent) => {
      const path = withinPortal(event);
      if (path === undefined) return;
      event.preventDefault();
      navigate(path);
    };
    element?.addEventListener('click', follow);
    return () => element?.removeEventListener('click', follow);
  }, [navigate]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other places
  useEffect(() => {
    const place = window.location.hash.startsWith('#h-') ? decodeURIComponent(window.location.hash.slice(1)) : '';
    if (place) box.current?.querySelector(`[id="${CSS.escape(place)}"]`)?.scrollIntoView();
  }, [html]);

  useEffect(() => openWhilePrinting(box), []);

  return (
    <section
      ref={box}
      className="text"
      aria-label={label}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made by cop-service, which lets through a short list of elements and attributes only (docs/decisions/markdown.md)
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
});

/** Where a click on a link leads within the portal; undefined where the browser does the right thing by itself. */
function withinPortal(event: MouseEvent): string | undefined {
  if (event.defaultPrevented || event.button !== 0) return undefined;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.origin !== window.location.origin) return undefined;
  const { pathname, search, hash } = link;
  if (elsewhere.test(pathname)) return undefined;
  const here = pathname === window.location.pathname && search === window.location.search;
  return here && hash ? undefined : pathname + search + hash;
}

/** On paper nobody can open what is folded. */
function openWhilePrinting(box: { current: HTMLElement | null }) {
  let opened: HTMLDetailsElement[] = [];
  const open = () => {
    opened = [...(box.current?.querySelectorAll<HTMLDetailsElement>('details:not([open])') ?? [])];
    for (const one of opened) one.open = true;
  };
  const close = () => {
    for (const one of opened) one.open = false;
  };
  window.addEventListener('beforeprint', open);
  window.addEventListener('afterprint', close);
  return () => {
    window.removeEventListener('beforeprint', open);
    window.removeEventListener('afterprint', close);
  };
}
