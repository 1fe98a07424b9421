import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient, useGet } from './api/query';
import { App } from './app/App';
import { SignedIn, Unreachable, Welcome } from './app/Welcome';
import { draftsAreOf } from './ui/useDraft';
import './ui/tokens.css';
import './ui/base.css';
import './ui/components.css';
import './app/shell.css';

function Root() {
  const session = useGet('/auth/session');
  const shownTo = useRef<string | undefined>(undefined);
  if (session.data) {
    if (!session.data.signedIn) return <Welcome />;
    if (window.location.pathname === '/signed-in') return <SignedIn />;
    const { subject = session.data.name ?? '' } = session.data;
    if (shownTo.current !== undefined && shownTo.current !== subject) return <Anew />;
    shownTo.current = subject;
    draftsAreOf(subject);
    return <App />;
  }
  if (session.error?.status === 401) return <Welcome />;
  if (session.error) return <Unreachable retry={() => void session.refetch()} />;
  return null;
}

/** Somebody else has signed in: nothing that was read for the one before stays, on the page or behind it. */
function Anew() {
  useEffect(() => window.location.reload(), []);
  return null;
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Root />
      </QueryClientProvider>
    </StrictMode>,
  );
}
