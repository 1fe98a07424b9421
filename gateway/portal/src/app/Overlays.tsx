import { lazy, Suspense } from 'react';
import { mayMake, use } from '../model/can';
import { Dialog } from '../ui/Dialog';
import { useMe } from './me';
import { show, useOverlay } from './overlay';

const palette = () => import('./Palette');
const raise = () => import('../impediments/RaiseImpediment');
const Palette = lazy(palette);
const RaiseImpediment = lazy(raise);
const AskForDependency = lazy(() => import('../dependencies/AskForDependency'));
const RecordDecision = lazy(() => import('../decisions/RecordDecision'));
const WhyDialog = lazy(() => import('../outcomes/WhyDialog'));
const OutcomeForm = lazy(() => import('../outcomes/NewOutcome'));

const close = () => show(undefined);

/** What a key opens has to be there when the next key is pressed: a sentence must not lose its first letters. */
export function fetchAhead() {
  void palette();
  void raise();
}

export function Overlays() {
  const overlay = useOverlay();
  if (!overlay) return null;
  return (
    <Suspense fallback={null}>
      {overlay.kind === 'palette' && <Palette onClose={close} />}
      {overlay.kind === 'keys' && <Keys />}
      {overlay.kind === 'raise' && <RaiseImpediment team={overlay.team} feature={overlay.feature} onClose={close} />}
      {overlay.kind === 'ask' && (
        <AskForDependency
          consumer={overlay.consumer}
          producer={overlay.producer}
          feature={overlay.feature}
          onClose={close}
        />
      )}
      {overlay.kind === 'decide' && (
        <RecordDecision concerns={overlay.concerns} template={overlay.template} onClose={close} />
      )}
      {overlay.kind === 'why' && <WhyDialog outcome={overlay.outcome} title={overlay.title} onClose={close} />}
      {overlay.kind === 'outcome' && <OutcomeForm quarter={overlay.quarter} area={overlay.area} onClose={close} />}
    </Suspense>
  );
}

function Keys() {
  const me = useMe();
  const keys: [string[], string][] = [
    [['Ctrl', 'K'], 'Find or do anything (⌘ K on a Mac), also /'],
    ...(mayMake(me, use.raiseImpediment) ? [[['i'], 'Raise an impediment'] as [string[], string]] : []),
    ...(mayMake(me, use.proposeDependency) ? [[['a'], 'Ask another team for something'] as [string[], string]] : []),
    [['f'], 'Follow what the page shows, or no more'],
    [['g', 'h'], 'Go home'],
    [['g', 'i'], 'Impediments'],
    [['g', 'd'], 'Dependencies'],
    [['g', 'r'], 'Roadmap'],
    [['g', 'f'], 'Features'],
    [['g', 'l'], 'Decision log'],
    [['g', 'c'], 'Communities'],
    [['g', 'a'], 'Activity'],
    [['g', 'o'], 'Organization'],
    [['?'], 'These keys'],
    [['Esc'], 'Close what is on top'],
  ];
  return (
    <Dialog title="Keys" onClose={close}>
      <dl className="keys">
        {keys.map(([keyNames, what]) => (
          <div key={what} style={{ display: 'contents' }}>
            <dt>
              {keyNames.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
