import { useEffect } from 'react';
import { announceSignedIn, signInUrl } from '../api/session';
import { Icon } from '../ui/Icon';
import { Logo } from './Shell';

export function Welcome() {
  const returnTo = window.location.pathname + window.location.search;
  return (
    <main className="welcome">
      <div>
        <Logo />
        <div className="stack-s">
          <h1>Guildhall</h1>
          <p className="says">What falls between the teams, in one place.</p>
        </div>
        <ul>
          <li>
            <Icon name="impediment" /> What blocks whom, and who is on it
          </li>
          <li>
            <Icon name="dependency" /> Who waits for whom, and until when
          </li>
          <li>
            <Icon name="outcome" /> Which outcome is at risk, and why
          </li>
        </ul>
        <a className="button primary big" href={signInUrl(returnTo)}>
          Sign in
        </a>
      </div>
    </main>
  );
}

/** The tab in which somebody signed in again: tells the page that waits, then goes away. */
export function SignedIn() {
  useEffect(() => {
    announceSignedIn();
    window.close();
  }, []);
  return (
    <main className="welcome">
      <div>
        <Logo />
        <h1>You are signed in</h1>
        <p className="says">Go back to the tab you came from; it has already noticed.</p>
        <a className="button" href="/">
          Or go home here
        </a>
      </div>
    </main>
  );
}

export function Unreachable({ retry }: { retry: () => void }) {
  return (
    <main className="welcome">
      <div>
        <Logo />
        <h1>Guildhall cannot be reached</h1>
        <p className="says">The server does not answer. Check your connection, or wait until it is up again.</p>
        <button type="button" className="button primary big" onClick={retry}>
          Try again
        </button>
      </div>
    </main>
  );
}
