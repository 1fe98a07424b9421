import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
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
  if (session.data) {
    if (!session.data.signedIn) return <Welcome />;
    if (window.location.pathname === '/signed-in') return <SignedIn />;
    const { subject = session.data.name ?? '' } = session.data;
    draftsAreOf(subject);
    // What was on the page of one person does not stay for the next.
    return <App key={subject} />;
  }
  if (session.error?.status === 401) return <Welcome />;
  if (session.error) return <Unreachable retry={() => void session.refetch()} />;
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
