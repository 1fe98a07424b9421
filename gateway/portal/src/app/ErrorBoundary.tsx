import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button';
import { Empty } from '../ui/States';

/** A page that breaks leaves the rest standing, and says what to do. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Empty
        title="This page broke"
        action={
          <Button icon="swap" onClick={() => window.location.reload()}>
            Reload
          </Button>
        }
      >
        Nothing you saved is lost. A new version of Guildhall may have been installed: reloading fetches it.
      </Empty>
    );
  }
}
