import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { call } from '../api/client';
import { startLive, useLive } from '../api/live';
import { useGet } from '../api/query';
import { onSignedInElsewhere, sessionEnded, sessionResumed, signInUrl, useSessionEnded } from '../api/session';
import { administers, mayMake, type UseCase, use } from '../model/can';
import { clockTime } from '../model/time';
import { roleWords } from '../model/words';
import { Button, ButtonLink } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Icon, type IconName } from '../ui/Icon';
import { Toasts } from '../ui/Toasts';
import { useMe } from './me';
import { fetchAhead, Overlays } from './Overlays';
import { followThis, raise, show } from './overlay';
import { setTheme, type Theme, useTheme } from './theme';

interface Place {
  name: string;
  href: string;
  icon: IconName;
  also?: string[];
  /** Who may do this nowhere has no use for the place. */
  takes?: UseCase;
  forAdministrators?: boolean;
}

const work: Place[] = [
  { name: 'Home', href: '/', icon: 'home' },
  { name: 'Impediments', href: '/impediments', icon: 'impediment' },
  { name: 'Dependencies', href: '/dependencies', icon: 'dependency' },
  { name: 'Roadmap', href: '/roadmap', icon: 'roadmap', also: ['/outcomes'] },
  { name: 'Features', href: '/features', icon: 'feature' },
  { name: 'Decisions', href: '/decisions', icon: 'decision' },
  { name: 'Communities', href: '/communities', icon: 'community', also: ['/pages', '/changes'] },
  { name: 'Activity', href: '/activity', icon: 'clock' },
];
const house: Place[] = [
  { name: 'Organization', href: '/organization', icon: 'organization', also: ['/units', '/people'] },
  { name: 'Import', href: '/import', icon: 'import', takes: use.importFiles },
  { name: 'Connections', href: '/connections', icon: 'swap', forAdministrators: true },
  { name: 'Who sees what', href: '/who-sees-what', icon: 'shield' },
];

export function Shell({ children }: { children: ReactNode }) {
  const [location] = useLocation();
  const [menu, setMenu] = useState(false);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of page, and only that
  useEffect(() => {
    setMenu(false);
    if (first.current) {
      first.current = false;
      return;
    }
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [location]);

  const stranger = useGet('/api/team/me').error?.status === 403;
  useEffect(() => (stranger ? undefined : startLive(() => void checkSession())), [stranger]);
  useEffect(() => {
    const timer = setTimeout(fetchAhead, 1500);
    return () => clearTimeout(timer);
  }, []);
  const me = useMe();
  const offered = useOffered();
  useKeys(offered);

  return (
    <div className="shell">
      <a className="skip" href="#main">
        Skip to content
      </a>
      <header className="top">
        <Button
          icon={menu ? 'cross' : 'menu'}
          kind="ghost"
          aria-label="Menu"
          aria-expanded={menu}
          aria-controls="side"
          onClick={() => setMenu(!menu)}
        />
        <Link href="/" className="brand" aria-label="Guildhall, home">
          <Logo />
          <span>Guildhall</span>
        </Link>
        <button type="button" className="find" onClick={() => show({ kind: 'palette' })}>
          <Icon name="search" />
          <span className="grow">Find or do anything</span>
          <kbd>{isMac ? '⌘' : 'Ctrl'} K</kbd>
        </button>
        <LiveMark />
        {offered(use.raiseImpediment) && (
          <Button icon="plus" kind="primary" onClick={raise}>
            <span className="wide-only">Raise impediment</span>
            <span className="narrow-only">Raise</span>
          </Button>
        )}
        <Account />
      </header>
      <nav id="side" className="side" aria-label="Main" data-open={menu || undefined}>
        <Places places={work} location={location} />
        <p className="side-label">The house</p>
        <Places
          places={house.filter(
            (place) => (!place.takes || offered(place.takes)) && (!place.forAdministrators || administers(me)),
          )}
          location={location}
        />
      </nav>
      <main id="main" ref={main} tabIndex={-1}>
        <Interruption />
        {children}
      </main>
      <Overlays />
      <SignInAgain />
      <Toasts />
    </div>
  );
}

function Places({ places, location }: { places: Place[]; location: string }) {
  return (
    <ul>
      {places.map((place) => {
        const here =
          location === place.href ||
          (place.href !== '/' && location.startsWith(place.href)) ||
          place.also?.some((other) => location.startsWith(other));
        return (
          <li key={place.href}>
            <Link href={place.href} aria-current={here ? 'page' : undefined}>
              <Icon name={place.icon} />
              {place.name}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" className="logo-ground" />
      <path className="logo-house" d="M6 13 16 6l10 7v2H6zM8 17h3v7H8zm6.500 0h3v7h-3zM21 17h3v7h-3zM6 25h20v2H6z" />
    </svg>
  );
}

function Account() {
  const me = useMe();
  const theme = useTheme();
  const [location] = useLocation();
  const box = useRef<HTMLDetailsElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of page, and only that
  useEffect(() => {
    if (box.current) box.current.open = false;
  }, [location]);
  useEffect(() => {
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !box.current?.contains(event.target as Node)) {
        if (box.current) box.current.open = false;
      }
    };
    document.addEventListener('click', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('click', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details className="account" ref={box}>
      <summary>
        <span className="sr-only">{me?.person?.name}: account and appearance</span>
        <span className="initials" aria-hidden="true">
          {initials(me?.person?.name ?? '?')}
        </span>
      </summary>
      <div className="account-menu">
        <div>
          <p className="strong">{me?.person?.name ?? 'Not known here'}</p>
          <ul className="small quiet">
            {me?.roles.slice(0, 6).map((held) => (
              <li key={`${held.role} ${held.unit.id}`}>
                {roleWords[held.role] ?? held.role}, {held.unit.name}
              </li>
            ))}
          </ul>
        </div>
        <fieldset className="themes">
          <legend className="label">Appearance</legend>
          {(['system', 'light', 'dark'] as Theme[]).map((one) => (
            <label key={one} className="choice">
              <input type="radio" name="theme" checked={theme === one} onChange={() => setTheme(one)} />
              {one === 'system' ? 'As the system' : one === 'light' ? 'Light' : 'Dark'}
            </label>
          ))}
        </fieldset>
        <ButtonLink href="/notifications" icon="mail" kind="ghost">
          Notifications
        </ButtonLink>
        <ButtonLink href="/subscriptions" icon="link" kind="ghost">
          Subscriptions
        </ButtonLink>
        <ButtonLink href="/channels" icon="people" kind="ghost">
          Chat channels
        </ButtonLink>
        <ButtonLink href="/webhooks" icon="swap" kind="ghost">
          Webhooks
        </ButtonLink>
        <Button icon="question" kind="ghost" onClick={() => show({ kind: 'keys' })}>
          Keys
        </Button>
        <Button icon="out" kind="ghost" onClick={() => void signOut()}>
          Sign out
        </Button>
      </div>
    </details>
  );
}

async function signOut() {
  const answer = await call('post', '/auth/logout').catch(() => undefined);
  window.location.assign(answer?.logoutUrl ?? '/');
}

function initials(name: string): string {
  const parts = name.split(/[\s-]+/).filter(Boolean);
  return ((parts[0]?.[0] ?? '') + (parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : '')).toUpperCase();
}

function LiveMark() {
  const { status } = useLive();
  const text = status === 'live' ? 'Live: changes by others show by themselves' : 'Not live';
  return (
    <span className={`live ${status}`} title={text}>
      <span className="sr-only">{text}</span>
    </span>
  );
}

/** Says that what is shown may be old, and how old. Short gaps, such as a stream renewed with its token, are not news. */
function Interruption() {
  const { status, currentUntil } = useLive();
  const offline = useOffline();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (status !== 'lost' && !offline) {
      setShown(false);
      return undefined;
    }
    const timer = setTimeout(() => setShown(true), 6000);
    return () => clearTimeout(timer);
  }, [status, offline]);
  return (
    <div aria-live="polite">
      {shown && (
        <p className="interruption">
          <Icon name="offline" />
          {offline ? 'You are offline' : 'Connection lost'}, showing data from {clockTime(currentUntil)}. It comes back
          by itself.
        </p>
      )}
    </div>
  );
}

function useOffline(): boolean {
  const [offline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return offline;
}

/** The session ended under a page in use: the page stays, and so does what was typed. */
function SignInAgain() {
  const ended = useSessionEnded();
  const client = useQueryClient();
  useEffect(
    () =>
      onSignedInElsewhere(() => {
        sessionResumed();
        void client.invalidateQueries();
      }),
    [client],
  );
  if (!ended) return null;
  return (
    <Dialog title="You are signed out" onClose={sessionResumed}>
      <div className="stack">
        <p>
          Your session has ended. Sign in again in a new tab: this page stays as it is, with what you typed, and goes on
          by itself.
        </p>
        <div className="actions">
          <a className="button" href={signInUrl(window.location.pathname + window.location.search)}>
            Sign in here instead
          </a>
          <a
            className="button primary"
            data-autofocus
            href={signInUrl('/signed-in')}
            target="_blank"
            rel="noopener opener"
          >
            Sign in in a new tab
          </a>
        </div>
      </div>
    </Dialog>
  );
}

async function checkSession() {
  await call('get', '/auth/session').then(
    (session) => {
      if (!session.signedIn) sessionEnded();
    },
    () => undefined,
  );
}

const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);

const jumps: Record<string, string> = {
  h: '/',
  i: '/impediments',
  d: '/dependencies',
  r: '/roadmap',
  f: '/features',
  l: '/decisions',
  c: '/communities',
  a: '/activity',
  o: '/organization',
};

/** Until it is known who reads, everything is offered: most may, and a key pressed early is not lost. */
function useOffered(): (useCase: UseCase) => boolean {
  const me = useMe();
  return useCallback((useCase) => me === undefined || mayMake(me, useCase), [me]);
}

function useKeys(offered: (useCase: UseCase) => boolean) {
  const [, navigate] = useLocation();
  useEffect(() => {
    let prefixUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        show({ kind: 'palette' });
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      if (Date.now() < prefixUntil) {
        prefixUntil = 0;
        const target = jumps[event.key];
        if (target) {
          event.preventDefault();
          navigate(target);
        }
        return;
      }
      if (event.key === 'g') prefixUntil = Date.now() + 1200;
      else if (event.key === 'i' && offered(use.raiseImpediment)) {
        event.preventDefault();
        raise();
      } else if (event.key === 'a' && offered(use.proposeDependency)) open(event, { kind: 'ask' });
      else if (event.key === 'f') followThis();
      else if (event.key === '/') open(event, { kind: 'palette' });
      else if (event.key === '?') open(event, { kind: 'keys' });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [navigate, offered]);
}

function open(event: KeyboardEvent, overlay: Parameters<typeof show>[0]) {
  event.preventDefault();
  show(overlay);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type))
  );
}
